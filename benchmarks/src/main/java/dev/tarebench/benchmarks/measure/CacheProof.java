package dev.tarebench.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** Looks at a cached mode's entries, since a mode that is called cached proves nothing about what it did. */
record CacheProof(Path cache, String glob) {

    /** Every entry with its size and time; equal before and after a run that hit the cache. */
    List<String> state() {
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> matcher.matches(cache.relativize(file)))
                    .map(CacheProof::describe)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the engine's cache " + cache, e);
        }
    }

    private static String describe(Path file) {
        try {
            return "%s %d %s".formatted(file, Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the engine's cache entry " + file, e);
        }
    }
}
