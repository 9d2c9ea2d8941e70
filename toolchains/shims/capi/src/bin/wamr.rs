//! `io.containerd.wamr.v1`: runs modules in whatever mode `libiwasm.so` was built for, and its ahead-of-time files.

use anyhow::{Result, bail, ensure};
use capi::{CEngine, EngineLibrary, Handle, Program};
use std::ffi::{CStr, c_char};
use std::ptr::{null, null_mut};

/// The library's default of 64 kB overflows in deeply recursive guests.
const STACK_BYTES: u32 = 1 << 20;
const HOST_HEAP_BYTES: u32 = 0;

type Init = unsafe extern "C" fn() -> bool;
type Load = unsafe extern "C" fn(*mut u8, u32, *mut c_char, u32) -> Handle;
type SetArguments = unsafe extern "C" fn(
    Handle,
    *const *const c_char,
    u32,
    *const *const c_char,
    u32,
    *const *const c_char,
    u32,
    *const *const c_char,
    i32,
);
type Instantiate = unsafe extern "C" fn(Handle, u32, u32, *mut c_char, u32) -> Handle;
type ExecuteMain = unsafe extern "C" fn(Handle, i32, *mut *mut c_char) -> bool;
type Exception = unsafe extern "C" fn(Handle) -> *const c_char;
type ExitCode = unsafe extern "C" fn(Handle) -> u32;

struct Wamr;

impl CEngine for Wamr {
    const NAME: &'static str = "wamr";
    const LIBRARY: &'static str = "libiwasm.so";

    fn run(library: &EngineLibrary, program: Program) -> Result<i32> {
        // SAFETY: the types above are those of wasm_export.h; every pointer outlives the call it is passed to, and
        // the module's bytes, which the library keeps referring to, outlive the instance.
        unsafe { run(library, program) }
    }
}

unsafe fn run(library: &EngineLibrary, mut program: Program) -> Result<i32> {
    let directories = [c"/".as_ptr()];
    let mut message = Message([0; 128]);
    unsafe {
        ensure!(
            library.function::<Init>(c"wasm_runtime_init")?(),
            "the runtime cannot be initialised"
        );
        let module = library.function::<Load>(c"wasm_runtime_load")?(
            program.module.as_mut_ptr(),
            u32::try_from(program.module.len())?,
            message.0.as_mut_ptr(),
            message.0.len() as u32,
        );
        ensure!(!module.is_null(), "the module cannot be loaded: {}", message.text());
        library.function::<SetArguments>(c"wasm_runtime_set_wasi_args")?(
            module,
            directories.as_ptr(),
            directories.len() as u32,
            null(),
            0,
            program.environment.as_ptr(),
            program.environment.count(),
            program.arguments.as_ptr(),
            program.arguments.count() as i32,
        );
        let instance = library.function::<Instantiate>(c"wasm_runtime_instantiate")?(
            module,
            STACK_BYTES,
            HOST_HEAP_BYTES,
            message.0.as_mut_ptr(),
            message.0.len() as u32,
        );
        ensure!(
            !instance.is_null(),
            "the module cannot be instantiated: {}",
            message.text()
        );
        library.function::<ExecuteMain>(c"wasm_application_execute_main")?(instance, 0, null_mut());
        let exception = library.function::<Exception>(c"wasm_runtime_get_exception")?(instance);
        if !exception.is_null() {
            bail!("{}", CStr::from_ptr(exception).to_string_lossy());
        }
        Ok(library.function::<ExitCode>(c"wasm_runtime_get_wasi_exit_code")?(instance) as i32)
    }
}

/// The buffer into which the library writes why it refused.
struct Message([c_char; 128]);

impl Message {
    fn text(&self) -> String {
        // SAFETY: the buffer starts as zeros and the library ends what it writes with a zero.
        unsafe { CStr::from_ptr(self.0.as_ptr()) }
            .to_string_lossy()
            .into_owned()
    }
}

fn main() {
    capi::serve::<Wamr>();
}
