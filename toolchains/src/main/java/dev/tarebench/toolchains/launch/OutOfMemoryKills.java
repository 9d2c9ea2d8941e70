package dev.tarebench.toolchains.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Tells a child that the kernel killed for its memory from one that somebody killed: both end by the same signal. */
final class OutOfMemoryKills {

    private static final Path COUNTERS = Path.of("/proc/vmstat");
    private static final String COUNTER = "oom_kill ";

    private OutOfMemoryKills() {}

    /** How often the kernel has killed for memory since it started, on the whole machine. */
    static OptionalLong count() {
        try {
            return parse(Files.readString(COUNTERS));
        } catch (IOException unreadable) {
            return OptionalLong.empty();
        }
    }

    /** Searched as one text: the file has hundreds of lines, and it is read before every launch. */
    static OptionalLong parse(String counters) {
        int line = counters.startsWith(COUNTER) ? 0 : counters.indexOf("\n" + COUNTER) + 1;
        if (!counters.startsWith(COUNTER, line)) {
            return OptionalLong.empty();
        }
        int end = counters.indexOf('\n', line);
        String value = counters.substring(line + COUNTER.length(), end < 0 ? counters.length() : end);
        return OptionalLong.of(Long.parseLong(value.strip()));
    }
}
