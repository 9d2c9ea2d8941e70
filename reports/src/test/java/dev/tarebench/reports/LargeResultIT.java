package dev.tarebench.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Time and memory of the commands on large results, each in a fresh JVM as a user starts it.
 *
 * <p>On a busy machine the time on the clock says nothing about the program, so that is only asserted where the machine
 * is said to be quiet, by {@code -Drequire=timing}. What the program's own threads computed is asserted everywhere: at
 * most what two processors can do within the bound, times two, since a neighbour on the same core halves its speed.
 */
class LargeResultIT {
    private static final int PROCESSORS = 2;
    private static final int SHARED_CORE = 2;

    @TempDir
    Path folder;

    @Test
    void aHundredThousandSamplesAreReportedWithinFiveSecondsAndHalfAGibibyte() throws Exception {
        Path run = run("large", 250, 20).write(folder);

        assertWithin(Duration.ofSeconds(5), cost("report", run));

        assertThat(run.resolve("report.html")).exists();
        assertThat(run.resolve("summary.md")).exists();
    }

    @Test
    void tenThousandCellsAreComparedWithinThreeSeconds() throws Exception {
        Path base = run("base", 500, 5).write(folder);
        Path other = run("other", 500, 5).write(folder);

        assertWithin(Duration.ofSeconds(3), cost("compare", base, other));

        assertThat(base.resolve("comparison.md")).exists();
    }

    private static SimulatedRun run(String name, int programs, int rounds) {
        Map<String, Double> targets = new TreeMap<>(Map.of("native", 1.0));
        for (int i = 1; i < 20; i++) {
            targets.put("engine-" + i, 1 + i / 5.0);
        }
        return SimulatedRun.seed(name.hashCode())
                .named(name)
                .workloads(programs)
                .targets(targets)
                .rounds(rounds);
    }

    /** What a command took on the clock, and what its threads computed. */
    private record Cost(Duration clock, Duration own) {}

    private static void assertWithin(Duration bound, Cost cost) {
        assertThat(cost.own).isLessThan(bound.multipliedBy(PROCESSORS * SHARED_CORE));
        if (Arrays.asList(System.getProperty("require", "").split(",", -1)).contains("timing")) {
            assertThat(cost.clock).isLessThan(bound);
        }
    }

    private static Cost cost(String command, Path... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                ReportProgram.class.getName(),
                command));
        for (Path argument : arguments) {
            line.add(argument.toString());
        }
        Path output = Files.createTempFile("report", ".txt");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> read(output)).isZero();
        String[] milliseconds = read(output).strip().split(" ", -1);
        return new Cost(
                Duration.ofMillis(Long.parseLong(milliseconds[0])), Duration.ofMillis(Long.parseLong(milliseconds[1])));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
