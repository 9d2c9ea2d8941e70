//! `io.containerd.wasmtime.v1`: runs WASI preview 1 modules, plain or compiled ahead of time, in Wasmtime.

use anyhow::{Context, Result};
use containerd_shim_wasm::sandbox::Sandbox;
use containerd_shim_wasm::sandbox::context::{RuntimeContext, WasmLayer};
use containerd_shim_wasm::shim::{Cli, Compiler, Shim, Version, version};
use embedding::told;
use std::hash::{DefaultHasher, Hash, Hasher};
use wasmtime::{Engine, Linker, Store};
use wasmtime_wasi::p1::{self, WasiP1Ctx};
use wasmtime_wasi::{FsPerms, I32Exit, WasiCtxBuilder};

struct WasmtimeShim;

impl Shim for WasmtimeShim {
    type Sandbox = WasmtimeSandbox;

    fn name() -> &'static str {
        "wasmtime"
    }

    fn version() -> Version {
        version!()
    }

    async fn compiler() -> Option<impl Compiler> {
        embedding::engine().ok().map(LayerCompiler)
    }
}

/// Lets containerd's content store keep the compiled form of an OCI Wasm artifact's layer.
struct LayerCompiler(Engine);

impl Compiler for LayerCompiler {
    fn cache_key(&self) -> impl Hash {
        let mut hasher = DefaultHasher::new();
        self.0.precompile_compatibility_hash().hash(&mut hasher);
        hasher.finish()
    }

    async fn compile(&self, layers: &[WasmLayer]) -> Result<Vec<Option<Vec<u8>>>> {
        let compile = |layer: &WasmLayer| match Engine::detect_precompiled(&layer.layer) {
            Some(_) => Ok(None),
            None => embedding::compile(&self.0, &layer.layer).map(Some),
        };
        layers.iter().map(compile).collect()
    }
}

struct WasmtimeSandbox {
    engine: Engine,
}

impl Default for WasmtimeSandbox {
    fn default() -> Self {
        Self {
            engine: embedding::engine()
                .expect("the default engine configuration is valid on every supported processor"),
        }
    }
}

impl Sandbox for WasmtimeSandbox {
    async fn run_wasi(&self, context: &impl RuntimeContext) -> Result<i32> {
        let outcome = run(&self.engine, context).await;
        if let Err(error) = &outcome {
            eprintln!("containerd-shim-wasmtime: {error:#}");
        }
        outcome
    }

    /// The library's own check refuses compiled modules, whose file is an ELF object without the execute bit.
    async fn can_handle(&self, context: &impl RuntimeContext) -> Result<()> {
        context.entrypoint().source.as_bytes().map(|_| ())
    }
}

async fn run(engine: &Engine, context: &impl RuntimeContext) -> Result<i32> {
    let entrypoint = context.entrypoint();
    let module = embedding::load(engine, &entrypoint.source.as_bytes()?)?;
    let environment: Vec<_> = context
        .envs()
        .iter()
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .collect();
    let wasi = WasiCtxBuilder::new()
        .args(context.args())
        .envs(&environment)
        .inherit_stdio()
        .preopened_dir("/", "/", FsPerms::ReadWrite)
        .map_err(told)?
        .build_p1();

    let mut linker: Linker<WasiP1Ctx> = Linker::new(engine);
    // The library calls run_wasi from inside a tokio runtime, where the blocking linker panics.
    p1::add_to_linker_async(&mut linker, |wasi| wasi).map_err(told)?;
    let mut store = Store::new(engine, wasi);
    let instance = linker.instantiate_async(&mut store, &module).await.map_err(told)?;
    let start = instance
        .get_func(&mut store, &entrypoint.func)
        .with_context(|| format!("the module exports no function {}", entrypoint.func))?;
    match start.call_async(&mut store, &[], &mut []).await {
        Ok(()) => Ok(0),
        Err(error) => match error.downcast_ref::<I32Exit>() {
            Some(exit) => Ok(exit.0),
            None => Err(told(error)),
        },
    }
}

fn main() {
    WasmtimeShim::run(None);
}
