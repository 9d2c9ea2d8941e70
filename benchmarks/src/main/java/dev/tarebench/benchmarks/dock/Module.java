package dev.tarebench.benchmarks.dock;

import java.nio.file.Path;

/** A Wasm module as a handler is given it: the compiler's, or one that was compiled in advance. */
public record Module(Path file, String sha256) {}
