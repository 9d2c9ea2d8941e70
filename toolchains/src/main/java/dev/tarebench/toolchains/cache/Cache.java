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
import java.util.stream.Stream;

/** Installed tools and built artifacts, each made once: beside its place, under a lock, then renamed into it. */
public final class Cache {

    /** Makes an entry's files in an empty folder and says which of them vouch for it. */
    @FunctionalInterface
    public interface Maker {
        List<Path> make(Path directory) throws IOException;
    }

    /** The programs of a small run, their outputs, and what a compiler leaves while it works. */
    private static final long LEAST_ROOM_BYTES = 16 << 20;

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
        if (root.toString().indexOf('\n') >= 0) {
            throw new SetupFailure(
                    "the cache's path has a line break in it, which compilers cannot read: " + root,
                    "set TARE_HOME to a folder of another name");
        }
        try {
            Files.createDirectories(root.resolve("locks"));
            Path probe = Files.createTempFile(root, ".writable", "");
            Files.delete(probe);
            requireRoom(root);
        } catch (IOException e) {
            throw new SetupFailure(
                    "the cache %s cannot be written: %s".formatted(root, e),
                    "set TARE_HOME to a folder that you may write to",
                    e);
        }
        return new Cache(root, progress);
    }

    /** A full disk fails wherever it is first written to, in words of whoever wrote, long after it could be told. */
    private static void requireRoom(Path root) throws IOException {
        long room = Files.getFileStore(root).getUsableSpace();
        if (room < LEAST_ROOM_BYTES) {
            throw new SetupFailure(
                    "the disk of the cache %s is full: %d KiB are left".formatted(root, room >> 10),
                    "make room, or set TARE_HOME to a folder on another disk");
        }
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
        try {
            FileLock lock = FileLock.acquire(
                    makingLock(place),
                    () -> progress.report("waiting for another Tare that is making %s".formatted(key)));
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

    /** Where the folder in which an entry is being made will stand once it is whole; any other folder stays. */
    public static Path destination(Path making) {
        return Making.of(making).map(Making::place).orElse(making);
    }

    private Entry make(Path place, Maker maker) throws IOException {
        if (Files.exists(place)) {
            progress.report("%s is broken (%s) and is made again"
                    .formatted(place.getFileName(), String.join(", ", Manifest.faults(place))));
            Tree.delete(place);
        }
        for (Making unfinished : Making.unfinished(place.resolveSibling(""))) {
            // We hold the entry's lock, so that nobody but us goes on with it.
            if (unfinished.place().equals(place)) {
                unfinished.end();
            }
        }
        Making making = Making.begin(place);
        try {
            Manifest.write(making.entry(), maker.make(making.entry()));
            Files.move(making.entry(), place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            making.end();
        }
        return new Entry(place);
    }

    /**
     * Removes the working directories of runs that were killed, and what nobody will finish that was being made for the
     * cache; says how many there were. A run holds a lock beside its working directory for as long as it lives.
     */
    public int removeLeftovers() throws IOException {
        int removed = 0;
        for (Path run : folders(root.resolve("work"))) {
            removed += removeDeadRun(run) ? 1 : 0;
        }
        for (Path kind : folders(root)) {
            for (Making unfinished : Making.unfinished(kind)) {
                removed += removeUnfinished(unfinished) ? 1 : 0;
            }
        }
        return removed;
    }

    private static boolean removeDeadRun(Path run) throws IOException {
        Optional<FileLock> lock = FileLock.tryAcquire(workLock(run));
        if (lock.isEmpty()) {
            return false;
        }
        try {
            Tree.delete(run);
            Files.deleteIfExists(workLock(run));
            return true;
        } finally {
            lock.get().close();
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).toList();
        }
    }

    /** The lock that a run holds on its working directory. */
    public static Path workLock(Path run) {
        return run.resolveSibling(run.getFileName() + ".lock");
    }

    /** Somebody may be making the entry at this moment; then it stays. */
    private boolean removeUnfinished(Making unfinished) throws IOException {
        Optional<FileLock> lock = FileLock.tryAcquire(makingLock(unfinished.place()));
        if (lock.isEmpty()) {
            return false;
        }
        try {
            unfinished.end();
            return true;
        } finally {
            lock.get().close();
        }
    }

    /**
     * The lock that is held while the entry at this place is made. It lies where the entry lies, wherever a link leads:
     * caches that share their tools must not take each other's work for leftovers.
     */
    private static Path makingLock(Path place) throws IOException {
        Path kind = Files.createDirectories(place.resolveSibling("")).toRealPath();
        return kind.resolveSibling("locks").resolve("%s-%s.lock".formatted(kind.getFileName(), place.getFileName()));
    }

    private Path place(String kind, String key) {
        return root.resolve(kind).resolve(key);
    }
}
