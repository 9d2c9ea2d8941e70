package dev.tarebench.toolchains.handlers;

import java.util.Map;

/** Who carries an engine into a container. */
public enum Carrier {
    /** A containerd shim, chosen by its runtime's name; containerd's and Docker's clients reach it. */
    SHIM,
    /** A crun that was built with the engine, chosen by an annotation; it runs plain bundles, and under containerd. */
    CRUN;

    static final Map<String, Carrier> WORDS = Map.of("shim", SHIM, "crun", CRUN);
}
