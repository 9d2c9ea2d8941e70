package dev.tarebench.benchmarks.measure;

import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.FileLock;
import dev.tarebench.toolchains.cache.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Gives every execution a working directory of its own, on one file system, and takes it away afterwards. */
public final class Workspace implements AutoCloseable {

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    private final Path root;
    private final FileLock lock;
    private int count;

    private Workspace(Path root, FileLock lock) {
        this.root = root;
        this.lock = lock;
    }

    Path root() {
        return root;
    }

    /** A workspace of the given name in the cache, locked for as long as it is open. */
    public static Workspace open(Cache cache, String name) {
        Path root = cache.root().resolve("work").resolve(name);
        try {
            cache.removeLeftovers();
            FileLock lock = FileLock.tryAcquire(Cache.workLock(root))
                    .orElseThrow(() -> new SetupFailure("another run is working in " + root, "wait for its end"));
            // What guests print may be nobody else's business, and their folders' names can be guessed.
            Files.createDirectories(root, PosixFilePermissions.asFileAttribute(PRIVATE));
            return new Workspace(root, lock);
        } catch (IOException e) {
            throw new SetupFailure("the working directory %s cannot be made: %s".formatted(root, e), "", e);
        }
    }

    /**
     * One execution's place.
     *
     * @param directory what the guest sees
     * @param stdout beside it, out of the guest's reach
     * @param stderr beside it, out of the guest's reach
     */
    record Place(Path directory, Path stdout, Path stderr) {

        void remove() {
            try {
                // Nearly always empty, and then one call takes it away.
                if (!directory.toFile().delete()) {
                    Tree.delete(directory);
                }
                Files.deleteIfExists(stdout);
                Files.deleteIfExists(stderr);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove the working directory " + directory, e);
            }
        }
    }

    /** A fresh place that holds the inputs, read-only, and nothing else. */
    Place fresh(Map<String, Path> inputs) {
        count++;
        Path directory = root.resolve("work-" + count);
        try {
            Files.createDirectories(directory);
            for (Map.Entry<String, Path> input : inputs.entrySet()) {
                copyReadOnly(input.getValue(), directory.resolve(input.getKey()));
            }
            return new Place(directory, root.resolve(count + ".stdout"), root.resolve(count + ".stderr"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lay out the working directory " + directory, e);
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
        Files.deleteIfExists(Cache.workLock(root));
        lock.close();
    }
}
