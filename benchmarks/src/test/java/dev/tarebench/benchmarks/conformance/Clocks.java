package dev.tarebench.benchmarks.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The smallest steps of a mode's clocks, kept for whoever must know which phases it can measure. */
record Clocks(long realtimeNs, long monotonicNs, Instant unix) {

    private static final Path RECORD = Path.of("target", "conformance", "clock-resolution.tsv");
    private static final Pattern PRINTED = Pattern.compile("realtime (\\d+)\nmonotonic (\\d+)\nunix (\\d+)\n");

    static Clocks parse(String printed) {
        Matcher figures = PRINTED.matcher(printed);
        if (!figures.matches()) {
            throw new AssertionError("the guest printed no clocks but: " + printed);
        }
        return new Clocks(
                Long.parseLong(figures.group(1)),
                Long.parseLong(figures.group(2)),
                Instant.EPOCH.plusNanos(Long.parseLong(figures.group(3))));
    }

    void record(String mode) throws IOException {
        Files.createDirectories(RECORD.resolveSibling(""));
        Files.writeString(
                RECORD,
                "%s\trealtime %d ns\tmonotonic %d ns\n".formatted(mode, realtimeNs, monotonicNs),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
