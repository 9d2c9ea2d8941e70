package dev.tarebench.toolchains.handlers;

/** What kind of image holds the module. */
public enum Packaging {
    /** A root file system for Linux with the module as a file in it. */
    LINUX,
    /** The same for the platform {@code wasi/wasm}, which Docker asks for by name. */
    WASI,
    /** The OCI Wasm artifact: the module is the layer, and a shim may keep a compiled copy of it. */
    ARTIFACT
}
