package dev.tarebench.toolchains.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Tells a child that the kernel killed for its memory from one that somebody killed: both end by the same signal. */
final class OutOfMemoryKills {

    private static final Path COUNTERS = Path.of("/proc/vmstat");
    private static final String COUNTER = "oom_kill ";

    private OutOfMemoryKills() {}

    /** How often the kernel has killed for memory since it started, on the whole machine. */
    static OptionalLong count() {
        try (Stream<String> lines = Files.lines(COUNTERS)) {
            return parse(lines);
        } catch (IOException unreadable) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong parse(Stream<String> lines) {
        return lines.filter(line -> line.startsWith(COUNTER))
                .mapToLong(
                        line -> Long.parseLong(line.substring(COUNTER.length()).strip()))
                .findFirst();
    }
}
