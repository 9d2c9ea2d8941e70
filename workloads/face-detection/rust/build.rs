//! The crate `rustface` carries its model as a file beside its sources and does not compile it in. This finds the file
//! where cargo unpacked the crate.

use std::path::{Path, PathBuf};
use std::{env, fs};

const MODEL: &str = "rustface-0.1.7/model/seeta_fd_frontal_v1.0.bin";

fn cargo_home() -> PathBuf {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cargo"))).expect("cargo has a home")
}

fn main() {
    let sources = cargo_home().join("registry/src");
    let registries = fs::read_dir(&sources).expect("cargo unpacked the crates before it builds this one");
    let mut models = registries.flatten().map(|registry| registry.path().join(MODEL));
    let model = models.find(|model| model.is_file()).expect("rustface 0.1.7 is among the crates and has its model");
    println!("cargo:rustc-env=FACE_MODEL={}", model.display());
    println!("cargo:rerun-if-changed=Cargo.lock");
}
