//! The crate `rustface` carries its model as a file beside its sources and does not compile it in. This finds the file.

use std::env;
use std::path::Path;
use std::process::Command;

const MODEL: &str = "model/seeta_fd_frontal_v1.0.bin";

/// The path of a package's manifest, from what `cargo metadata` prints.
fn manifest_of<'a>(metadata: &'a str, package: &str) -> Option<&'a str> {
    let end = format!("/{package}/Cargo.toml");
    let manifests = metadata.split("\"manifest_path\":\"").skip(1).filter_map(|rest| rest.split('"').next());
    manifests.into_iter().find(|manifest| manifest.ends_with(&end))
}

fn main() {
    let arguments = ["metadata", "--format-version=1", "--locked", "--offline"];
    let output = Command::new(env::var_os("CARGO").expect("cargo runs this")).args(arguments).output();
    let metadata = String::from_utf8(output.expect("cargo can be run").stdout).expect("JSON is UTF-8");
    let manifest = manifest_of(&metadata, "rustface-0.1.7").expect("cargo metadata names rustface 0.1.7");
    println!("cargo:rustc-env=FACE_MODEL={}", Path::new(manifest).with_file_name(MODEL).display());
    println!("cargo:rerun-if-changed=Cargo.lock");
}
