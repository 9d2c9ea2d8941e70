//! `io.containerd.wasmedge.v1`: interprets modules, and runs those that `wasmedge compile` made as machine code.

use anyhow::{Result, ensure};
use capi::{CEngine, EngineLibrary, Handle, Program};
use std::ffi::c_char;
use std::ptr::null_mut;

const HOST_WASI: u32 = 0;
/// The code lies in the low three bytes; 1 is "terminated", the way in which `proc_exit` unwinds.
const CODE_MASK: u32 = 0x00ff_ffff;
const TERMINATED: u32 = 1;

#[repr(C)]
struct Text {
    length: u32,
    bytes: *const c_char,
}

/// `WasmEdge_Result`: one integer, returned by value.
#[repr(C)]
struct Status {
    code: u32,
}

type Create = unsafe extern "C" fn() -> Handle;
type AddHost = unsafe extern "C" fn(Handle, u32);
type CreateVm = unsafe extern "C" fn(Handle, Handle) -> Handle;
type ImportedModule = unsafe extern "C" fn(Handle, u32) -> Handle;
type InitWasi =
    unsafe extern "C" fn(Handle, *const *const c_char, u32, *const *const c_char, u32, *const *const c_char, u32);
type RunFromBuffer = unsafe extern "C" fn(Handle, *const u8, u32, Text, Handle, u32, Handle, u32) -> Status;
type ExitCode = unsafe extern "C" fn(Handle) -> u32;

struct WasmEdge;

impl CEngine for WasmEdge {
    const NAME: &'static str = "wasmedge";
    const LIBRARY: &'static str = "libwasmedge.so.0";

    fn run(library: &EngineLibrary, program: Program) -> Result<i32> {
        // SAFETY: the types above are those of wasmedge.h 0.14; every pointer outlives the call it is passed to.
        unsafe { run(library, program) }
    }
}

unsafe fn run(library: &EngineLibrary, program: Program) -> Result<i32> {
    let directories = [c"/:/".as_ptr()];
    let start = Text {
        length: 6,
        bytes: c"_start".as_ptr(),
    };
    unsafe {
        let configuration = library.function::<Create>(c"WasmEdge_ConfigureCreate")?();
        library.function::<AddHost>(c"WasmEdge_ConfigureAddHostRegistration")?(configuration, HOST_WASI);
        let machine = library.function::<CreateVm>(c"WasmEdge_VMCreate")?(configuration, null_mut());
        let wasi = library.function::<ImportedModule>(c"WasmEdge_VMGetImportModuleContext")?(machine, HOST_WASI);
        ensure!(!wasi.is_null(), "the engine has no WASI module");
        library.function::<InitWasi>(c"WasmEdge_ModuleInstanceInitWASI")?(
            wasi,
            program.arguments.as_ptr(),
            program.arguments.count(),
            program.environment.as_ptr(),
            program.environment.count(),
            directories.as_ptr(),
            directories.len() as u32,
        );
        let status = library.function::<RunFromBuffer>(c"WasmEdge_VMRunWasmFromBuffer")?(
            machine,
            program.module.as_ptr(),
            u32::try_from(program.module.len())?,
            start,
            null_mut(),
            0,
            null_mut(),
            0,
        );
        ensure!(
            status.code & CODE_MASK <= TERMINATED,
            "the module ended with WasmEdge's error 0x{:x}",
            status.code
        );
        Ok(library.function::<ExitCode>(c"WasmEdge_ModuleInstanceWASIGetExitCode")?(wasi) as i32)
    }
}

fn main() {
    capi::serve::<WasmEdge>();
}
