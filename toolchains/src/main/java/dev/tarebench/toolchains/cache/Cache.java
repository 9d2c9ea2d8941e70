package dev.tarebench.toolchains.cache;

import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.SetupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Installed tools and built artifacts, each made once: beside its place, under a lock, then renamed into it. */
public final class Cache {

    /** Makes an entry's files in an empty folder and says which of them vouch for it. */
    @FunctionalInterface
    public interface Maker {
        List<Path> make(Path directory) throws IOException;
    }

    private final Path root;
    private final Progress progress;

    private Cache(Path root, Progress progress) {
        this.root = root;
        this.progress = progress;
    }

    /** Opens the cache that the environment names, and proves that it can be written. */
    public static Cache open(Map<String, String> environment, Progress progress) {
        return openAt(place(environment), progress);
    }

    static Cache openAt(Path root, Progress progress) {
        try {
            Files.createDirectories(root.resolve("locks"));
            Path probe = Files.createTempFile(root, ".writable", "");
            Files.delete(probe);
        } catch (IOException e) {
            throw new SetupFailure(
                    "the cache %s cannot be written: %s".formatted(root, e),
                    "set TARE_HOME to a folder that you may write to",
                    e);
        }
        return new Cache(root, progress);
    }

    /** Where the cache of this environment lies, or would lie. */
    public static Path place(Map<String, String> environment) {
        String own = environment.getOrDefault("TARE_HOME", "");
        String desktop = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path place;
        if (!own.isBlank()) {
            place = Path.of(own);
        } else if (!desktop.isBlank()) {
            place = Path.of(desktop, "tare");
        } else {
            place = Path.of(environment.getOrDefault("HOME", "."), ".cache", "tare");
        }
        return place.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    public Progress progress() {
        return progress;
    }

    /** The entry if it is there and whole; looks, and makes nothing. */
    public Optional<Entry> find(String kind, String key) {
        Path place = place(kind, key);
        return Files.exists(place.resolve(Manifest.NAME))
                        && Manifest.faults(place).isEmpty()
                ? Optional.of(new Entry(place))
                : Optional.empty();
    }

    /** The entry, made now if it is missing or no longer what was made. */
    public Entry obtain(String kind, String key, Maker maker) {
        Path place = place(kind, key);
        Optional<Entry> ready = find(kind, key);
        if (ready.isPresent()) {
            return ready.get();
        }
        Path lockFile = root.resolve("locks").resolve(kind + "-" + key + ".lock");
        try {
            FileLock lock = FileLock.acquire(
                    lockFile, () -> progress.report("waiting for another Tare that is making %s".formatted(key)));
            try {
                Optional<Entry> meanwhile = find(kind, key);
                return meanwhile.isPresent() ? meanwhile.get() : make(place, maker);
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw new SetupFailure(
                    "making %s in the cache failed: %s".formatted(place, e),
                    "check that the disk has room and that %s may be written".formatted(root),
                    e);
        }
    }

    private Entry make(Path place, Maker maker) throws IOException {
        if (Files.exists(place)) {
            progress.report("%s is broken (%s) and is made again"
                    .formatted(place.getFileName(), String.join(", ", Manifest.faults(place))));
            Tree.delete(place);
        }
        removeUnfinished(place);
        Path beside = place.resolveSibling(".making-" + place.getFileName() + "-" + UUID.randomUUID());
        Files.createDirectories(beside);
        try {
            Manifest.write(beside, maker.make(beside));
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Tree.delete(beside);
        }
        return new Entry(place);
    }

    /**
     * Removes the working directories of runs that were killed, and says how many there were. A run holds a lock beside
     * its working directory for as long as it lives.
     */
    public int removeLeftovers() throws IOException {
        Path work = root.resolve("work");
        int removed = 0;
        if (Files.isDirectory(work)) {
            try (var runs = Files.newDirectoryStream(work, Files::isDirectory)) {
                for (Path run : runs) {
                    Optional<FileLock> lock = FileLock.tryAcquire(workLock(run));
                    if (lock.isPresent()) {
                        Tree.delete(run);
                        Files.deleteIfExists(workLock(run));
                        lock.get().close();
                        removed++;
                    }
                }
            }
        }
        return removed;
    }

    /** The lock that a run holds on its working directory. */
    public static Path workLock(Path run) {
        return run.resolveSibling(run.getFileName() + ".lock");
    }

    /** What a killed run left half made; only the holder of the entry's lock may be making it, and that is us. */
    private static void removeUnfinished(Path place) throws IOException {
        Files.createDirectories(place.toAbsolutePath().getParent());
        try (var siblings =
                Files.newDirectoryStream(place.toAbsolutePath().getParent(), ".making-" + place.getFileName() + "-*")) {
            for (Path unfinished : siblings) {
                Tree.delete(unfinished);
            }
        }
    }

    private Path place(String kind, String key) {
        return root.resolve(kind).resolve(key);
    }
}
