package dev.tarebench.toolchains.handlers;

import dev.tarebench.toolchains.images.Platform;

/** What kind of image holds the module. */
public enum Packaging {
    /** A root file system for Linux with the module as a file in it. */
    LINUX("wasm"),
    /** The same for the platform {@code wasi/wasm}, which Docker asks for by name. */
    WASI("wasi"),
    /** The OCI Wasm artifact: the module is the layer, and a shim may keep a compiled copy of it. */
    ARTIFACT("artifact");

    private final String word;

    Packaging(String word) {
        this.word = word;
    }

    /** What stands for it in the id of a target. */
    public String word() {
        return word;
    }

    public Platform platform() {
        return this == LINUX ? Platform.LINUX_AMD64 : Platform.WASI_WASM;
    }
}
