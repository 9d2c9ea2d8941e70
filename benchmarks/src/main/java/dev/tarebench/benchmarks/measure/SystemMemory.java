package dev.tarebench.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel says could be given to a new program without swapping. */
final class SystemMemory {

    private static final Path FILE = Path.of("/proc/meminfo");

    private SystemMemory() {}

    static long availableBytes() {
        try {
            return availableBytes(Files.readString(FILE, StandardCharsets.US_ASCII));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read %s".formatted(FILE), unreadable);
        }
    }

    /** The figure in the text of the kernel's file, which counts in KiB. */
    static long availableBytes(String text) {
        return text.lines()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s has no MemAvailable".formatted(FILE)));
    }
}
