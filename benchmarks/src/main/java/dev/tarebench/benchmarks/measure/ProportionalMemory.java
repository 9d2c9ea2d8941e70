package dev.tarebench.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The proportional set size of containers: of the processes inside, and of the shims and monitors that serve them. Those
 * are the parents of what is inside, and whoever names a container on its command line.
 */
final class ProportionalMemory {

    private static final Path PROCESSES = Path.of("/proc");

    /** How the programs are called that stand between an engine and a container. */
    private static final List<String> SERVANTS = List.of("containerd-shim", "conmon");

    private ProportionalMemory() {}

    static long of(Collection<Long> inside, Collection<String> names) {
        Set<String> served = Set.copyOf(names);
        Set<Long> all = new HashSet<>(inside);
        inside.stream()
                .map(process -> parent(text(process, "status")))
                .filter(parent -> SERVANTS.stream().anyMatch(text(parent, "comm")::startsWith))
                .forEach(all::add);
        for (long process : everyProcess()) {
            if (Stream.of(text(process, "cmdline").split("\0", -1)).anyMatch(served::contains)) {
                all.add(process);
            }
        }
        return all.stream()
                .mapToLong(process -> bytes(text(process, "smaps_rollup")))
                .sum();
    }

    /** The figure in the text of the kernel's file, which counts in KiB. */
    static long bytes(String rollup) {
        return rollup.lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .sum();
    }

    /** The parent in the text of the kernel's file; 0 of a process that has ended. */
    static long parent(String status) {
        return status.lines()
                .filter(line -> line.startsWith("PPid:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static List<Long> everyProcess() {
        try (Stream<Path> entries = Files.list(PROCESSES)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> name.matches("\\d+"))
                    .map(Long::valueOf)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list %s".formatted(PROCESSES), unreadable);
        }
    }

    /** A process that has ended meanwhile holds nothing. */
    private static String text(long process, String file) {
        try {
            return Files.readString(
                    PROCESSES.resolve(Long.toString(process)).resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }
}
