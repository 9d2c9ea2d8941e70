//! The one engine configuration that the shim runs with and the compiler compiles for: Wasmtime loads a
//! compiled module only where both agree in version, features and settings.

use anyhow::{Context, Result, bail};
use wasmtime::{Config, Engine, Module, Precompiled};

/// A new engine; costly, so one per process.
pub fn engine() -> Result<Engine> {
    Ok(Engine::new(&Config::new())?)
}

/// Compiles a module to the form that [`load`] maps without compiling.
pub fn compile(engine: &Engine, module: &[u8]) -> Result<Vec<u8>> {
    Ok(engine.precompile_module(module)?)
}

/// Loads a module in either form.
pub fn load(engine: &Engine, bytes: &[u8]) -> Result<Module> {
    match Engine::detect_precompiled(bytes) {
        None => Ok(Module::new(engine, bytes)?),
        // SAFETY: the bytes are those of the image that the user chose to run, or of containerd's content store;
        // Wasmtime checks their version and settings, and a native program in their place would be no safer.
        Some(Precompiled::Module) => unsafe { Ok(Module::deserialize(engine, bytes)?) },
        Some(Precompiled::Component) => bail!("a component was given where a core module is expected"),
    }
    .context("the module could not be loaded")
}
