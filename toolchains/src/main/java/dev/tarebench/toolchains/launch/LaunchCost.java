package dev.tarebench.toolchains.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the launcher against the least that a launch can cost: a bare loop of posix_spawn and wait4 in C. Both launch
 * the same static program that does nothing, in turns, so that whatever disturbs the machine disturbs both.
 *
 * @param launcher the wall times that the launcher reported, ascending
 * @param bare those of the bare loop, ascending
 */
public record LaunchCost(List<Duration> launcher, List<Duration> bare) {

    /** Left out at the beginning of each: the first launches find cold caches. */
    private static final int WARM_UP = 20;

    public LaunchCost {
        launcher = launcher.stream().sorted().toList();
        bare = bare.stream().sorted().toList();
        if (launcher.isEmpty() || bare.isEmpty()) {
            throw new IllegalArgumentException("a comparison needs at least one launch on either side");
        }
    }

    /** The launcher's median by that of the bare loop. */
    public double ratio() {
        return (double) quantile(launcher, 0.5).toNanos() / quantile(bare, 0.5).toNanos();
    }

    /** The smallest of the ascending durations that at least this share of them does not exceed. */
    public static Duration quantile(List<Duration> ascending, double share) {
        int rank = (int) Math.ceil(share * ascending.size());
        return ascending.get(Math.max(0, rank - 1));
    }

    /**
     * Builds the launcher and both programs of the comparison into the folder, and launches.
     *
     * @param cpus where both run; empty: everywhere
     */
    public static LaunchCost measure(List<String> compiler, Path folder, int launches, List<Integer> cpus) {
        Path noop = build(compiler, "noop", folder);
        Path loop = build(compiler, "spawn-loop", folder);
        long[] launcherNs = new long[launches];
        long[] bareNs = new long[launches];
        try (NativeLauncher launcher = NativeLauncher.start(LauncherProgram.build(compiler, folder));
                BareLoop bare = new BareLoop(loop, noop, cpus)) {
            Invocation invocation = doingNothing(noop, folder, cpus);
            for (int i = -WARM_UP; i < launches; i++) {
                boolean launcherFirst = i % 2 == 0;
                long first = launcherFirst ? wallNs(launcher.launch(invocation)) : bare.next();
                long second = launcherFirst ? bare.next() : wallNs(launcher.launch(invocation));
                if (i >= 0) {
                    launcherNs[i] = launcherFirst ? first : second;
                    bareNs[i] = launcherFirst ? second : first;
                }
            }
        } catch (IOException broken) {
            throw new LauncherFailed("the bare loop of the comparison ended early: " + broken.getMessage(), broken);
        }
        return new LaunchCost(durations(launcherNs), durations(bareNs));
    }

    private static Path build(List<String> compiler, String name, Path folder) {
        String file = name + ".c";
        return LauncherProgram.build(compiler, Map.of(file, LauncherProgram.resource("cost/" + file)), name, folder);
    }

    private static long wallNs(Execution execution) {
        return execution
                .usage()
                .map(usage -> usage.wall().toNanos())
                .orElseThrow(() -> new LauncherFailed(
                        "the program that does nothing " + execution.outcome().explanation()));
    }

    private static List<Duration> durations(long[] nanoseconds) {
        return Arrays.stream(nanoseconds).mapToObj(Duration::ofNanos).toList();
    }

    private static Invocation doingNothing(Path noop, Path folder, List<Integer> cpus) {
        return new Invocation(
                List.of(noop.toAbsolutePath().toString()),
                Map.of(),
                folder,
                Optional.empty(),
                folder.resolve("standard-output"),
                folder.resolve("standard-error"),
                Duration.ofSeconds(10),
                1 << 20,
                cpus,
                0,
                List.of());
    }

    /** The loop, kept alive between two launches as the launcher is. */
    private static final class BareLoop implements AutoCloseable {

        private final Process process;
        private final OutputStream turns;
        private final BufferedReader answers;

        BareLoop(Path loop, Path noop, List<Integer> cpus) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(
                    loop.toAbsolutePath().toString(), noop.toAbsolutePath().toString());
            cpus.forEach(cpu -> builder.command().add(cpu.toString()));
            builder.environment().clear();
            process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            turns = process.getOutputStream();
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        }

        long next() throws IOException {
            turns.write('\n');
            turns.flush();
            String line = answers.readLine();
            if (line == null) {
                throw new IOException("no answer");
            }
            return Long.parseLong(line);
        }

        @Override
        public void close() throws IOException {
            turns.close();
            process.onExit().join();
        }
    }
}
