package dev.tarebench.toolchains.launch;

/** Says how a figure came to be, because a sampled peak is not an exact one and must never pass for it. */
public enum Instrument {
    /** The native launcher: every figure is the kernel's own accounting of the one child. */
    EXACT,
    /** The fallback: wall time by the JVM, memory by sampling; a child too short to be sampled has no figure. */
    SAMPLED
}
