package dev.tarebench.benchmarks.measure;

import dev.tarebench.toolchains.cache.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The equal parts of a file: a guest that repeats itself prints its whole answer every time. */
final class Parts {

    private Parts() {}

    /** The hashes of all parts, each once; of the whole file when it has no such parts. */
    static Set<String> sha256(Path file, int parts) throws IOException {
        long size = Files.size(file);
        if (parts == 1 || size % parts != 0) {
            return Set.of(Digest.ofFile(file));
        }
        Set<String> hashes = new TreeSet<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (int part = 0; part < parts; part++) {
                hashes.add(Digest.ofNext(in, size / parts));
            }
        }
        return hashes;
    }
}
