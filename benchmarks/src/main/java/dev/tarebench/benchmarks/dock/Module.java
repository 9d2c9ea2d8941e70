package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.cache.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A Wasm module as a handler is given it: the compiler's, or one that was compiled in advance. */
public record Module(Path file, String sha256) {

    public static Module of(Path file) {
        try {
            return new Module(file, Digest.ofFile(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the module %s".formatted(file), unreadable);
        }
    }
}
