//! The one engine configuration that the shim runs with and the compiler compiles for: Wasmtime loads a
//! compiled module only where both agree in version, features and settings.

use anyhow::{Error, Result, bail};
use wasmtime::{Config, Engine, Module, Precompiled};

/// A new engine; costly, so one per process.
pub fn engine() -> Result<Engine> {
    Engine::new(&Config::new()).map_err(told)
}

/// Compiles a module to the form that [`load`] maps without compiling.
pub fn compile(engine: &Engine, module: &[u8]) -> Result<Vec<u8>> {
    engine.precompile_module(module).map_err(told)
}

/// Loads a module in either form.
pub fn load(engine: &Engine, bytes: &[u8]) -> Result<Module> {
    match Engine::detect_precompiled(bytes) {
        None => Module::new(engine, bytes).map_err(told),
        // SAFETY: the bytes are those of the image that the user chose to run, or of containerd's content store;
        // Wasmtime checks their version and settings, and a native program in their place would be no safer.
        Some(Precompiled::Module) => unsafe { Module::deserialize(engine, bytes) }.map_err(told),
        Some(Precompiled::Component) => bail!("a component was given where a core module is expected"),
    }
}

/// Wasmtime's own error type, with all its causes in one line, as the error that the shim library takes.
pub fn told(error: wasmtime::Error) -> Error {
    Error::msg(format!("{error:#}"))
}
