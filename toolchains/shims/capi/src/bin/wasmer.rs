//! `io.containerd.wasmer.v1`: runs modules with the compiler that `libwasmer.so` was built with.

use anyhow::{Context, Result, anyhow, bail, ensure};
use capi::{CEngine, EngineLibrary, Handle, Program};
use std::env;
use std::ffi::{CString, c_char};
use std::os::unix::ffi::OsStrExt;
use std::ptr::null_mut;
use std::slice;

/// `wasm_byte_vec_t` and the other vectors of wasm.h.
#[repr(C)]
struct Vector {
    size: usize,
    items: Handle,
}

impl Vector {
    const EMPTY: Vector = Vector {
        size: 0,
        items: null_mut(),
    };
}

type NewEngine = unsafe extern "C" fn() -> Handle;
type NewStore = unsafe extern "C" fn(Handle) -> Handle;
type NewModule = unsafe extern "C" fn(Handle, *const Vector) -> Handle;
type NewConfiguration = unsafe extern "C" fn(*const c_char) -> Handle;
type AddArgument = unsafe extern "C" fn(Handle, *const c_char);
type AddPair = unsafe extern "C" fn(Handle, *const c_char, *const c_char);
type MapDirectory = unsafe extern "C" fn(Handle, *const c_char, *const c_char) -> bool;
type Inherit = unsafe extern "C" fn(Handle);
type NewEnvironment = unsafe extern "C" fn(Handle, Handle) -> Handle;
type Imports = unsafe extern "C" fn(Handle, Handle, Handle, *mut Vector) -> bool;
type NewInstance = unsafe extern "C" fn(Handle, Handle, *const Vector, *mut Handle) -> Handle;
type InitialiseInstance = unsafe extern "C" fn(Handle, Handle, Handle) -> bool;
type StartFunction = unsafe extern "C" fn(Handle) -> Handle;
type Call = unsafe extern "C" fn(Handle, *const Vector, *mut Vector) -> Handle;
type TrapMessage = unsafe extern "C" fn(Handle, *mut Vector);

struct Wasmer;

impl CEngine for Wasmer {
    const NAME: &'static str = "wasmer";
    const LIBRARY: &'static str = "libwasmer.so";

    fn run(library: &EngineLibrary, program: Program) -> Result<i32> {
        // SAFETY: the types above are those of wasm.h and wasmer.h 7.4; every pointer outlives the call it is passed to.
        unsafe { run(library, program) }
    }
}

unsafe fn run(library: &EngineLibrary, program: Program) -> Result<i32> {
    unsafe {
        let store =
            library.function::<NewStore>(c"wasm_store_new")?(library.function::<NewEngine>(c"wasm_engine_new")?());
        let bytes = Vector {
            size: program.module.len(),
            items: program.module.as_ptr() as Handle,
        };
        let module = library.function::<NewModule>(c"wasm_module_new")?(store, &bytes);
        ensure!(!module.is_null(), "the module cannot be loaded");
        let configuration = configure(library, &program)?;
        let wasi = library.function::<NewEnvironment>(c"wasi_env_new")?(store, configuration);
        ensure!(!wasi.is_null(), "the WASI environment cannot be made");
        let mut imports = Vector::EMPTY;
        let complete = library.function::<Imports>(c"wasi_get_imports")?(store, wasi, module, &mut imports);
        ensure!(complete, "the module imports what WASI does not have");
        let mut trap = null_mut();
        let instance = library.function::<NewInstance>(c"wasm_instance_new")?(store, module, &imports, &mut trap);
        ensure!(!instance.is_null(), "the module cannot be instantiated");
        let ready = library.function::<InitialiseInstance>(c"wasi_env_initialize_instance")?(wasi, store, instance);
        ensure!(ready, "the instance cannot be bound to WASI");
        let start = library.function::<StartFunction>(c"wasi_get_start_function")?(instance);
        ensure!(!start.is_null(), "the module exports no function _start");
        let trap = library.function::<Call>(c"wasm_func_call")?(start, &Vector::EMPTY, &mut { Vector::EMPTY });
        if trap.is_null() {
            Ok(0)
        } else {
            exit_code(&trap_message(library, trap)?)
        }
    }
}

unsafe fn configure(library: &EngineLibrary, program: &Program) -> Result<Handle> {
    let (name, arguments) = program
        .arguments
        .as_slice()
        .split_first()
        .context("the container has no arguments")?;
    unsafe {
        let configuration = library.function::<NewConfiguration>(c"wasi_config_new")?(name.as_ptr());
        let add_argument = library.function::<AddArgument>(c"wasi_config_arg")?;
        for argument in arguments {
            add_argument(configuration, argument.as_ptr());
        }
        let add_pair = library.function::<AddPair>(c"wasi_config_env")?;
        for pair in program.environment.as_slice() {
            let pair = pair.to_str()?;
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            add_pair(
                configuration,
                CString::new(key)?.as_ptr(),
                CString::new(value)?.as_ptr(),
            );
        }
        let map_directory = library.function::<MapDirectory>(c"wasi_config_mapdir")?;
        ensure!(
            map_directory(configuration, c"/".as_ptr(), c"/".as_ptr()),
            "the container's root cannot be opened for the module"
        );
        // Wasmer has a root of its own in memory beside the mapped one. Go's library looks into the first that is called
        // "/", and so finds no folder of the container but one that is mapped by its own name.
        let working = CString::new(env::current_dir()?.as_os_str().as_bytes())?;
        ensure!(
            working.as_c_str() == c"/" || map_directory(configuration, working.as_ptr(), working.as_ptr()),
            "the working directory cannot be opened for the module"
        );
        for stream in [
            c"wasi_config_inherit_stdin",
            c"wasi_config_inherit_stdout",
            c"wasi_config_inherit_stderr",
        ] {
            library.function::<Inherit>(stream)?(configuration);
        }
        Ok(configuration)
    }
}

unsafe fn trap_message(library: &EngineLibrary, trap: Handle) -> Result<String> {
    unsafe {
        let mut message = Vector::EMPTY;
        library.function::<TrapMessage>(c"wasm_trap_message")?(trap, &mut message);
        let bytes = slice::from_raw_parts(message.items as *const u8, message.size);
        Ok(String::from_utf8_lossy(bytes).trim_end_matches('\0').to_owned())
    }
}

/// The C interface reports an exit only in words: `WASI exited with code: ExitCode::5`.
fn exit_code(message: &str) -> Result<i32> {
    let Some((_, code)) = message.split_once("exited with code: ") else {
        bail!("{message}");
    };
    let digits: String = code
        .trim_start_matches("ExitCode::")
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().map_err(|_| anyhow!("{message}"))
}

fn main() {
    capi::serve::<Wasmer>();
}

#[cfg(test)]
mod tests {
    use super::exit_code;

    #[test]
    fn an_exit_is_read_from_the_trap_message() {
        assert_eq!(exit_code("WASI exited with code: ExitCode::5").unwrap(), 5);
        assert_eq!(exit_code("RuntimeError: WASI exited with code: 42 (EX)").unwrap(), 42);
    }

    #[test]
    fn any_other_trap_is_an_error_with_its_message() {
        assert_eq!(exit_code("unreachable").unwrap_err().to_string(), "unreachable");
    }
}
