package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.endtoend.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run could leave on the machine: a process is ours if its program, its directory or its command line lies in one
 * of our folders, and so is a mount. What listens is a process.
 */
record Leftovers(List<Path> folders) {

    static Leftovers of(List<Path> folders) {
        return new Leftovers(List.copyOf(folders));
    }

    /** Waits for what is ending already; the kernel takes a moment to take a killed process away. */
    void assertNone() throws IOException {
        Waiting.until(() -> processes().isEmpty());
        assertThat(mounts()).as("mounts that were left").isEmpty();
    }

    /** No container of this process runs, whichever engine started it: their groups and their shims bear its number. */
    static void assertNoContainerOf(long pid) {
        String name = "tare-%d-".formatted(pid);
        Waiting.until(() -> ProcessHandle.allProcesses()
                .map(process -> Path.of("/proc", Long.toString(process.pid())))
                .noneMatch(proc -> (text(proc.resolve("cgroup")) + text(proc.resolve("cmdline"))).contains(name)));
    }

    private List<String> processes() {
        List<String> ours = new ArrayList<>();
        ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .forEach(process -> {
                    Path proc = Path.of("/proc", Long.toString(process.pid()));
                    List<String> traces = List.of(
                            link(proc.resolve("exe")), link(proc.resolve("cwd")), text(proc.resolve("cmdline")));
                    if (traces.stream().anyMatch(this::isOurs)) {
                        ours.add(process.pid() + ": " + traces);
                    }
                });
        return ours;
    }

    private List<String> mounts() throws IOException {
        try (Stream<String> mounts = Files.lines(Path.of("/proc/self/mountinfo"))) {
            return mounts.filter(this::isOurs).toList();
        }
    }

    private boolean isOurs(String trace) {
        return folders.stream().anyMatch(folder -> trace.contains(folder.toString()));
    }

    private static String link(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }
}
