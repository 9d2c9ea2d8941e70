package dev.tarebench.benchmarks.measure;

import dev.tarebench.toolchains.cache.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gives every execution a working directory of its own, on one file system, and takes it away afterwards. */
public final class Workspace implements AutoCloseable {

    private final Path root;
    private int count;

    public Workspace(Path root) {
        this.root = root;
    }

    /**
     * One execution's place.
     *
     * @param directory what the guest sees
     * @param stdout beside it, out of the guest's reach
     * @param stderr beside it, out of the guest's reach
     */
    record Place(Path root, Path directory, Path stdout, Path stderr) {

        void remove() {
            try {
                Tree.delete(root);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove the working directory " + root, e);
            }
        }
    }

    /** A fresh place that holds the inputs, read-only, and nothing else. */
    Place fresh(Map<String, Path> inputs) {
        Path place = root.resolve(Integer.toString(++count));
        try {
            Path directory = Files.createDirectories(place.resolve("work"));
            for (Map.Entry<String, Path> input : inputs.entrySet()) {
                copyReadOnly(input.getValue(), directory.resolve(input.getKey()));
            }
            return new Place(place, directory, place.resolve("stdout"), place.resolve("stderr"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lay out the working directory " + place, e);
        }
    }

    /** A folder is closed only after everything in it: nothing can be put into it afterwards. */
    private static void copyReadOnly(Path from, Path to) throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.toList();
        }
        for (Path file : all) {
            Files.copy(file, to.resolve(from.relativize(file)));
        }
        for (Path file : all) {
            to.resolve(from.relativize(file)).toFile().setReadOnly();
        }
    }

    @Override
    public void close() throws IOException {
        Tree.delete(root);
    }
}
