//! wasmi's own command preopens a folder only under the host's name for it, while every engine here shows the guest the
//! same path. This is that command with a guest's name:
//! `wasmi-host [--compilation=eager|lazy|lazy-translation] [--dir=HOST::GUEST]... [--env=NAME=VALUE]... MODULE [ARGUMENT]...`

use std::error::Error;
use std::process::exit;

use wasmi::{CompilationMode, Config, Engine, Instance, Module, Store};
use wasmi_wasi::{Dir, WasiCtx, WasiCtxBuilder, add_to_externals, ambient_authority};

const MISUSED: i32 = 2;
/// As other engines answer to a trap: 128 + SIGABRT.
const TRAPPED: i32 = 134;
/// As much as Wasmtime is given.
const STACK_BYTES: usize = 4 << 20;
const RECURSIONS: usize = 100_000;

type Failure = Box<dyn Error>;

struct Invocation {
    compilation: CompilationMode,
    wasi: WasiCtx,
    module: String,
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words == ["--version"] {
        println!("wasmi {}", env!("CARGO_PKG_VERSION"));
        return;
    }
    let invocation = parse(words).unwrap_or_else(|problem| end(MISUSED, problem));
    match run(invocation) {
        Ok(code) => exit(code),
        Err(problem) => end(TRAPPED, problem),
    }
}

fn end(code: i32, problem: Failure) -> ! {
    eprintln!("wasmi host: {problem}");
    exit(code)
}

fn parse(words: Vec<String>) -> Result<Invocation, Failure> {
    let mut wasi = WasiCtxBuilder::new();
    let mut compilation = CompilationMode::default();
    let mut words = words.into_iter().peekable();
    while let Some(option) = words.next_if(|word| word.starts_with("--")) {
        let (name, value) = halves(&option, "=")?;
        match name {
            "--compilation" => compilation = mode(value)?,
            "--dir" => {
                let (host, guest) = halves(value, "::")?;
                wasi.preopened_dir(Dir::open_ambient_dir(host, ambient_authority())?, guest)?;
            }
            "--env" => {
                let (variable, text) = halves(value, "=")?;
                wasi.env(variable, text)?;
            }
            _ => return Err(format!("unknown option {option}").into()),
        }
    }
    let arguments: Vec<String> = words.collect();
    let module = arguments.first().ok_or("no module given")?.clone();
    wasi.args(&arguments)?.inherit_stdio();
    Ok(Invocation { compilation, wasi: wasi.build(), module })
}

fn halves<'a>(word: &'a str, separator: &str) -> Result<(&'a str, &'a str), Failure> {
    word.split_once(separator)
        .ok_or_else(|| format!("{word}: expected {separator} in it").into())
}

fn mode(name: &str) -> Result<CompilationMode, Failure> {
    match name {
        "eager" => Ok(CompilationMode::Eager),
        "lazy" => Ok(CompilationMode::Lazy),
        "lazy-translation" => Ok(CompilationMode::LazyTranslation),
        _ => Err(format!("unknown compilation {name}").into()),
    }
}

fn run(invocation: Invocation) -> Result<i32, Failure> {
    let mut config = Config::default();
    config
        .compilation_mode(invocation.compilation)
        .set_max_stack_height(STACK_BYTES)
        .set_max_recursion_depth(RECURSIONS);
    let engine = Engine::new(&config);
    let module = Module::new(&engine, &std::fs::read(&invocation.module)?[..])?;
    let mut store = Store::new(&engine, invocation.wasi);
    let mut imports = Vec::new();
    add_to_externals(&mut store, &module, &mut imports, |wasi| wasi)?;
    let instance = Instance::new(&mut store, &module, &imports)?;
    let start = instance.get_func(&store, "_start").ok_or("the module exports no _start")?;
    match start.call(&mut store, &[], &mut []) {
        Ok(()) => Ok(0),
        Err(error) => error.i32_exit_status().ok_or_else(|| error.into()),
    }
}
