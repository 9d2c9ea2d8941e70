package dev.tarebench.benchmarks.faults;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.endtoend.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A cgroup of either version that bounds memory, so that the machine lives when what is in it does not. */
record LimitedMemory(Path group) implements AutoCloseable {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    /** Skips the test where this user cannot make one. */
    static LimitedMemory of(long bytes) {
        boolean first = Files.isDirectory(ROOT.resolve("memory"));
        Path group = (first ? ROOT.resolve("memory") : ROOT).resolve("tare-fault-" + UUID.randomUUID());
        try {
            Files.createDirectory(group);
            Files.writeString(group.resolve(first ? "memory.limit_in_bytes" : "memory.max"), Long.toString(bytes));
        } catch (IOException e) {
            Requirement.missing("cgroups", "no cgroup can be made here: " + e);
        }
        return new LimitedMemory(group);
    }

    /** Moves the process into it, with all that it will start. */
    void add(long pid) throws IOException {
        Files.writeString(group.resolve("cgroup.procs"), Long.toString(pid));
    }

    @Override
    public void close() {
        Waiting.until(() -> {
            try {
                Files.deleteIfExists(group);
                return true;
            } catch (IOException stillUsed) {
                return false;
            }
        });
    }
}
