//! Packs a folder into a zip file, compressed or, as the paper's program did without saying so, merely stored.

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::Path;

use tare::{Digest, Trouble};
use walkdir::WalkDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn method(name: &str) -> Result<CompressionMethod, Trouble> {
    match name {
        "deflated" => Ok(CompressionMethod::Deflated),
        "stored" => Ok(CompressionMethod::Stored),
        _ => Err(tare::reject("METHOD", "must be deflated or stored")),
    }
}

/// Packs every file of the folder in the order of their names, without times, so that the result is always the same.
fn pack(folder: &Path, archive: &str, method: CompressionMethod) -> Result<u64, Trouble> {
    let options = SimpleFileOptions::default().compression_method(method);
    let mut files = 0;
    let mut zip = ZipWriter::new(BufWriter::new(File::create(archive)?));
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| tare::reject(folder.display(), error))?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder).unwrap_or(entry.path()).to_string_lossy();
            zip.start_file(name, options).map_err(|error| tare::fail(archive, error))?;
            io::copy(&mut File::open(entry.path())?, &mut zip)?;
            files += 1;
        }
    }
    zip.finish().map_err(|error| tare::fail(archive, error))?.into_inner().map_err(io::Error::from)?;
    Ok(files)
}

fn main() {
    tare::run(|given, answer| {
        let [name, folder, archive] = tare::arguments(given, "zip-compression METHOD FOLDER ARCHIVE")?;
        let method = method(name)?;
        if !Path::new(folder).is_dir() {
            return Err(tare::reject(folder, "not a folder"));
        }
        let files = pack(Path::new(folder), archive, method)?;
        let packed = fs::read(archive)?;
        let mut digest = Digest::new();
        digest.add(&packed);
        writeln!(answer, "{files} files {name} into {} bytes, digest {digest}", packed.len())?;
        Ok(())
    });
}
