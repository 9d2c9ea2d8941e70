//! Compiles a module ahead of time for the shim beside it, whose version no installed `wasmtime` program need share.

use anyhow::{Context, Result, bail};
use std::{env, fs};

fn main() -> Result<()> {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let [module, compiled] = arguments.as_slice() else {
        bail!("usage: tare-wasmtime-compile MODULE COMPILED");
    };
    let bytes = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let output = embedding::compile(&embedding::engine()?, &bytes)
        .with_context(|| format!("cannot compile {}", module.display()))?;
    fs::write(compiled, output).with_context(|| format!("cannot write {}", compiled.display()))
}
