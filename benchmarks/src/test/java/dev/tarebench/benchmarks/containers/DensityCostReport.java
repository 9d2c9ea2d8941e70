package dev.tarebench.benchmarks.containers;

import dev.tarebench.benchmarks.dock.ContainedProgram;
import dev.tarebench.benchmarks.measure.Crowd;
import dev.tarebench.toolchains.launch.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Prints how much longer the measured start of many containers takes than a bare loop of the client, for
 * docs/containers.md, which names the command: both start as many at once, in turns. No test: a time is no claim on a busy
 * machine.
 *
 * <p>The bare loop is done when the last client has come back, which one that detaches does when its container runs. The
 * measured start is done when the last guest has said that it began.
 */
final class DensityCostReport {

    private static final int TURNS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Quay quay;
    private final Path folder;
    private final ContainedProgram resident;
    private final int containers;

    private DensityCostReport(Quay quay, Path folder, int containers) {
        this.quay = quay;
        this.folder = folder;
        this.containers = containers;
        this.resident = quay.programOf("density/startup/resident-c@ctr-scratch");
    }

    public static void main(String[] arguments) throws Exception {
        int containers = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("tare-density-cost-");
        try (Quay quay = new Quay(folder)) {
            new DensityCostReport(quay, folder, containers).compare();
        }
    }

    private void compare() throws Exception {
        System.out.println("| containers | bare loop, s | measured, s | ratio |");
        System.out.println("|---|---|---|---|");
        for (int turn = -1; turn < TURNS; turn++) {
            boolean bareFirst = turn % 2 == 0;
            Duration before = bareFirst ? bare() : measured();
            Duration after = bareFirst ? measured() : bare();
            if (turn >= 0) {
                double bare = seconds(bareFirst ? before : after);
                double measured = seconds(bareFirst ? after : before);
                System.out.println(String.format(
                        Locale.ROOT, "| %d | %.2f | %.2f | %.3f |", containers, bare, measured, measured / bare));
            }
        }
    }

    private Duration measured() throws IOException {
        Crowd crowd = quay.crowd(resident, Files.createTempDirectory(folder, "crowd"));
        try {
            long begin = System.nanoTime();
            Outcome outcome = crowd.gather(containers, PATIENCE, () -> false);
            long end = System.nanoTime();
            if (!(outcome instanceof Outcome.Completed)) {
                throw new IllegalStateException(outcome.explanation());
            }
            return Duration.ofNanos(end - begin);
        } finally {
            crowd.disperse();
        }
    }

    private Duration bare() throws InterruptedException, ExecutionException {
        List<List<String>> commands = new ArrayList<>();
        for (int i = 0; i < containers; i++) {
            commands.add(quay.bareDetached(resident));
        }
        ExecutorService hands = Executors.newFixedThreadPool(Crowd.AT_ONCE);
        try {
            long begin = System.nanoTime();
            List<Future<Integer>> ends = new ArrayList<>();
            for (List<String> command : commands) {
                ends.add(hands.submit(() -> new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()));
            }
            for (Future<Integer> end : ends) {
                if (end.get() != 0) {
                    throw new IllegalStateException("a client of the bare loop failed");
                }
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        } finally {
            hands.shutdown();
            quay.removeAll(resident);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
