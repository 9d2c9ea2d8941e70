//! What the shims for engines with a C library share: the library is opened in `main`, before the shim forks and
//! enters the container's root, where no library could be found any more.

mod library;

pub use library::{CStrings, EngineLibrary, Handle};

use anyhow::Result;
use containerd_shim_wasm::sandbox::Sandbox;
use containerd_shim_wasm::sandbox::context::RuntimeContext;
use containerd_shim_wasm::shim::{Cli, Shim, Version, version};
use std::marker::PhantomData;
use std::process::exit;
use std::sync::OnceLock;

static LIBRARY: OnceLock<EngineLibrary> = OnceLock::new();

/// One program run: the module with its arguments and environment, as the C interfaces want them.
pub struct Program {
    pub module: Vec<u8>,
    pub arguments: CStrings,
    pub environment: CStrings,
}

/// An engine that is used through its C library.
pub trait CEngine: Send + Sync + 'static {
    /// The name in `io.containerd.<name>.v1`.
    const NAME: &'static str;

    /// The library's file name, found by the dynamic loader.
    const LIBRARY: &'static str;

    /// Runs the module's `_start` with the container's root as its one directory and answers its exit code.
    fn run(library: &EngineLibrary, program: Program) -> Result<i32>;
}

/// The whole of a shim's `main`.
pub fn serve<E: CEngine>() {
    match EngineLibrary::open(E::LIBRARY) {
        Ok(library) => LIBRARY.get_or_init(|| library),
        Err(error) => {
            eprintln!("containerd-shim-{}: {error:#}", E::NAME);
            exit(1)
        }
    };
    CShim::<E>::run(None);
}

struct CShim<E>(PhantomData<E>);

impl<E: CEngine> Shim for CShim<E> {
    type Sandbox = CSandbox<E>;

    fn name() -> &'static str {
        E::NAME
    }

    fn version() -> Version {
        version!()
    }
}

struct CSandbox<E>(PhantomData<E>);

impl<E> Default for CSandbox<E> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<E: CEngine> Sandbox for CSandbox<E> {
    async fn run_wasi(&self, context: &impl RuntimeContext) -> Result<i32> {
        let outcome = run::<E>(context);
        if let Err(error) = &outcome {
            eprintln!("containerd-shim-{}: {error:#}", E::NAME);
        }
        outcome
    }

    /// The library's own check refuses modules that were compiled ahead of time.
    async fn can_handle(&self, context: &impl RuntimeContext) -> Result<()> {
        context.entrypoint().source.as_bytes().map(|_| ())
    }
}

fn run<E: CEngine>(context: &impl RuntimeContext) -> Result<i32> {
    let program = Program {
        module: context.entrypoint().source.as_bytes()?.into_owned(),
        arguments: CStrings::new(context.args())?,
        environment: CStrings::new(context.envs())?,
    };
    let library = LIBRARY.get().expect("serve opens the library before anything runs");
    E::run(library, program)
}
