package dev.tarebench.benchmarks.containers;

import dev.tarebench.benchmarks.dock.ContainedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prints what a measured container costs more than the bare client does, for docs/containers.md, which names the command:
 * both start the same container that does nothing, in turns. No test: a time is no claim on a busy machine.
 */
final class ContainerCostReport {

    private static final int CONTAINERS = 60;
    private static final List<String> FRONTS = List.of("docker", "ctr");

    private final Quay quay;
    private final Path folder;

    private ContainerCostReport(Quay quay, Path folder) {
        this.quay = quay;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int containers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : CONTAINERS;
        Path folder = Files.createTempDirectory("tare-container-cost-");
        System.out.println("| front | bare client, median ms | measured, median ms | ratio | containers each |");
        System.out.println("|---|---|---|---|---|");
        try (Quay quay = new Quay(folder)) {
            for (String front : FRONTS) {
                new ContainerCostReport(quay, folder).compare(front, containers);
            }
        }
    }

    private void compare(String front, int containers) throws IOException, InterruptedException {
        ContainedProgram program = quay.program(front, "scratch", "exit", "0");
        List<Duration> bare = new ArrayList<>();
        List<Duration> measured = new ArrayList<>();
        for (int i = -2; i < containers; i++) {
            boolean bareFirst = i % 2 == 0;
            Duration before = bareFirst ? bare(program) : measured(program);
            Duration after = bareFirst ? measured(program) : bare(program);
            if (i >= 0) {
                bare.add(bareFirst ? before : after);
                measured.add(bareFirst ? after : before);
            }
        }
        double bareMillis = median(bare);
        double measuredMillis = median(measured);
        System.out.println(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.3f | %d |",
                front,
                bareMillis,
                measuredMillis,
                measuredMillis / bareMillis,
                containers));
    }

    private Duration measured(ContainedProgram program) throws IOException {
        return quay.run(program, Files.createTempDirectory(folder, "work"), Map.of(), Optional.empty())
                .wall();
    }

    /** With nothing but what a user types, and the clock of whoever starts it. */
    private Duration bare(ContainedProgram program) throws IOException, InterruptedException {
        ProcessBuilder client = new ProcessBuilder(quay.bareCommand(program))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        long begin = System.nanoTime();
        int exit = client.start().waitFor();
        long end = System.nanoTime();
        if (exit != 0) {
            throw new IllegalStateException("%s ended with exit code %d".formatted(client.command(), exit));
        }
        return Duration.ofNanos(end - begin);
    }

    private static double median(List<Duration> times) {
        List<Duration> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2).toNanos() / 1e6;
    }
}
