package dev.tarebench.toolchains.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Prints the table of docs/launch-cost.md; the page names the command. No test: a time is no claim on a busy machine. */
final class LaunchCostReport {

    private static final int LAUNCHES = 500;

    private LaunchCostReport() {}

    public static void main(String[] compiler) throws IOException {
        List<String> command = compiler.length > 0 ? List.of(compiler) : List.of("cc");
        Path folder = Path.of("target", "launch-cost").toAbsolutePath();
        System.out.println("| run on | program | median us | 5 % | 95 % | ratio of medians |");
        System.out.println("|---|---|---|---|---|---|");
        for (List<Integer> cpus : List.of(List.<Integer>of(), List.of(0))) {
            LaunchCost cost = LaunchCost.measure(command, folder, LAUNCHES, cpus);
            String where = cpus.isEmpty() ? "every CPU" : "CPU " + cpus.get(0);
            print(where, "bare posix_spawn + wait4", cost.bare(), "1");
            print(where, "launcher", cost.launcher(), "%.3f".formatted(cost.ratio()));
        }
    }

    private static void print(String where, String program, List<Duration> times, String ratio) {
        System.out.println("| %s | %s | %s | %s |".formatted(where, program, quantiles(times), ratio));
    }

    private static String quantiles(List<Duration> times) {
        return String.join(
                " | ",
                Arrays.stream(new double[] {0.5, 0.05, 0.95})
                        .mapToObj(share -> "%.1f"
                                .formatted(LaunchCost.quantile(times, share).toNanos() / 1e3))
                        .toList());
    }
}
