package dev.tarebench.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time and memory of the commands on large results, each in a fresh JVM as a user starts it. */
class LargeResultIT {
    @TempDir
    Path folder;

    @Test
    void aHundredThousandSamplesAreReportedWithinFiveSecondsAndHalfAGibibyte() throws Exception {
        Path run = run("large", 250, 20).write(folder);

        assertThat(seconds("report", run)).isLessThan(5);
        assertThat(run.resolve("report.html")).exists();
        assertThat(run.resolve("summary.md")).exists();
    }

    @Test
    void tenThousandCellsAreComparedWithinThreeSeconds() throws Exception {
        Path base = run("base", 500, 5).write(folder);
        Path other = run("other", 500, 5).write(folder);

        assertThat(seconds("compare", base, other)).isLessThan(3);
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

    /** What the program took from its first statement to its last. */
    private static double seconds(String command, Path... arguments) throws Exception {
        requireQuiet();
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
        return Double.parseDouble(read(output).strip()) / 1000;
    }

    /** On a machine that others keep busy a time says nothing about the program. */
    private static void requireQuiet() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        boolean required =
                Arrays.asList(System.getProperty("require", "").split(",", -1)).contains("timing");
        if (!required) {
            abort("a time needs a machine that is known to be quiet; -Drequire=timing measures (the load is " + load
                    + ")");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
