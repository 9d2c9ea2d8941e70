//! An engine's dynamic library and the C forms of what is passed to it.

use anyhow::{Context, Result};
use libloading::{Library, Symbol};
use std::ffi::{CStr, CString, c_char, c_void};
use std::ptr::null;

/// An object of the engine that is only ever passed back to it.
pub type Handle = *mut c_void;

/// An opened engine library.
pub struct EngineLibrary {
    name: &'static str,
    library: Library,
}

impl EngineLibrary {
    pub fn open(name: &'static str) -> Result<Self> {
        // SAFETY: the file is the engine that the user installed; loading it runs its initialisers, as linking would.
        let library = unsafe { Library::new(name) }.with_context(|| format!("cannot load {name}"))?;
        Ok(Self { name, library })
    }

    /// The function of that name.
    ///
    /// # Safety
    /// `F` must be the function's type as the engine's header declares it.
    pub unsafe fn function<F>(&self, function: &CStr) -> Result<Symbol<'_, F>> {
        // SAFETY: the caller's promise.
        unsafe { self.library.get(function.to_bytes_with_nul()) }
            .with_context(|| format!("{} has no function {}", self.name, function.to_string_lossy()))
    }
}

/// Strings that outlive the array of pointers to them, which ends with a null pointer as `argv` does.
pub struct CStrings {
    strings: Vec<CString>,
    pointers: Vec<*const c_char>,
}

impl CStrings {
    pub fn new(strings: &[String]) -> Result<Self> {
        let strings = strings
            .iter()
            .map(|string| CString::new(string.as_str()).with_context(|| format!("{string:?} holds a zero byte")))
            .collect::<Result<Vec<_>>>()?;
        let pointers = strings.iter().map(|string| string.as_ptr()).chain([null()]).collect();
        Ok(Self { strings, pointers })
    }

    pub fn as_slice(&self) -> &[CString] {
        &self.strings
    }

    pub fn as_ptr(&self) -> *const *const c_char {
        self.pointers.as_ptr()
    }

    /// The count as the engines' interfaces take it; no command line reaches four billion words.
    pub fn count(&self) -> u32 {
        self.strings.len() as u32
    }
}
