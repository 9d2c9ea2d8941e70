//! Sorts the lines of a text and writes them ("all at once"), then sorts the characters of each line and writes those
//! ("one at a time"). Works on bytes, so that every language agrees on the order.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::time::Instant;

use tare::Digest;

const BUFFER_SIZE: usize = 1 << 16;

/// A file of lines that knows the digest of what was written to it.
struct Lines {
    file: BufWriter<File>,
    digest: Digest,
}

impl Lines {
    fn create(path: &str) -> io::Result<Self> {
        let file = BufWriter::with_capacity(BUFFER_SIZE, File::create(path)?);
        Ok(Lines { file, digest: Digest::new() })
    }

    fn write(&mut self, line: &[u8]) -> io::Result<()> {
        self.file.write_all(line)?;
        self.file.write_all(b"\n")?;
        self.digest.add(line);
        self.digest.add(b"\n");
        Ok(())
    }

    fn close(mut self) -> io::Result<Digest> {
        self.file.flush()?;
        Ok(self.digest)
    }
}

fn sort_lines(text: &[u8]) -> io::Result<Digest> {
    let mut lines = Vec::with_capacity(text.iter().filter(|byte| **byte == b'\n').count() + 1);
    lines.extend(text.split(|byte| *byte == b'\n'));
    lines.sort_unstable();
    let mut sorted = Lines::create("lines.txt")?;
    for line in lines {
        sorted.write(line)?;
    }
    sorted.close()
}

fn sort_characters(text: &mut [u8]) -> io::Result<Digest> {
    let mut sorted = Lines::create("characters.txt")?;
    for line in text.split_mut(|byte| *byte == b'\n') {
        line.sort_unstable();
        sorted.write(line)?;
    }
    sorted.close()
}

fn main() {
    tare::run(|given, answer| {
        let [path] = tare::arguments(given, "sort TEXT")?;
        let mut text = fs::read(path).map_err(|error| tare::reject(path, error))?;
        let begin = Instant::now();
        // `split` would find an empty line after the last line's end.
        if text.last() == Some(&b'\n') {
            text.pop();
        }
        let lines = sort_lines(&text)?;
        let characters = sort_characters(&mut text)?;
        tare::kernel(begin);
        writeln!(answer, "lines {lines} characters {characters}")?;
        Ok(())
    });
}
