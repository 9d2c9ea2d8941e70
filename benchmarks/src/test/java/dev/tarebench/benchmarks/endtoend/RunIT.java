package dev.tarebench.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.JournalReader;
import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run from its selection to its files: what was planned is reported, and only what was verified is a sample. */
final class RunIT {

    private static final String NATIVE = "(startup/.*-c|polybench/(gemm|durbin))@native";

    @TempDir
    Path folder;

    @BeforeAll
    static void needsTheCompiler() {
        Jar.bring("zig");
    }

    private CommandResult measure(String regex, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("run", regex, "--size=mini", "--out=" + folder.resolve("out")));
        arguments.addAll(List.of(more));
        return Jar.run(arguments.toArray(String[]::new));
    }

    private List<JournalLine> journal() {
        List<JournalLine> lines = new ArrayList<>();
        JournalReader.read(folder.resolve("out").resolve("samples.jsonl"), lines::add);
        return lines;
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(folder.resolve("out").resolve(file)));
    }

    @Test
    void reportsWhatItPlanned() throws IOException {
        CommandResult result = measure(NATIVE, "--rounds=3", "--seed=7");

        assertThat(result.output()).contains("planned 4, completed 4, failed 0, unavailable 0");
        assertThat(result.exit()).isZero();
        assertThat(journal())
                .hasSize(4 * (1 + 3))
                .allMatch(line -> line.outcome().equals("completed"));
        assertThat(json("plan.json").path("seed").asLong()).isEqualTo(7);
        assertThat(json("machine.json").path("tools"))
                .extracting(tool -> tool.path("id").asText())
                .contains("zig");
    }

    @Test
    void tellsWhatItsTimeLimitLeft() {
        CommandResult result = measure(NATIVE, "--rounds=3", "--time-limit=1ms");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(journal()).isEmpty();
        assertThat(result.output())
                .contains(
                        "planned 4, completed 0, failed 0, unavailable 0, not reached 4",
                        "ended after 0 of 16 executions; go on with: run --resume");
        assertThat(Jar.run("run", "--resume=" + folder.resolve("out")).output())
                .contains("planned 4, completed 4, failed 0, unavailable 0")
                .doesNotContain("ended after");
        assertThat(journal()).hasSize(16);
    }

    @Test
    void writesResultsAsJmhDoes() throws IOException {
        measure(NATIVE, "--rounds=3");

        JsonNode results = json("results.json");

        assertThat(results.isArray()).isTrue();
        assertThat(results).hasSize(4).allSatisfy(result -> {
            assertThat(result.path("mode").asText()).isEqualTo("ss");
            assertThat(result.path("primaryMetric").path("scoreUnit").asText()).isEqualTo("ms/op");
            assertThat(result.path("primaryMetric").path("rawData")).hasSize(3);
            assertThat(result.path("secondaryMetrics").isObject()).isTrue();
            result.path("params").forEach(value -> assertThat(value.asText()).doesNotContain(" ", "="));
        });
    }

    @Test
    void splitsEveryMarkedExecutionIntoPhasesThatSumUp() {
        measure("polybench/gemm@native", "--rounds=2");

        assertThat(journal()).allSatisfy(line -> {
            long phases = Stream.of("startupNs", "runNs", "teardownNs")
                    .mapToLong(key -> line.metrics().get(key))
                    .sum();
            assertThat(phases).isCloseTo(line.metrics().get("wallNs"), org.assertj.core.data.Offset.offset(1_000_000L));
            assertThat(line.metrics().get("kernelNs"))
                    .isLessThanOrEqualTo(line.metrics().get("runNs"));
        });
    }

    /** A run reports what it has in memory, and whoever reports again has only the files. */
    @Test
    void reportsTheSameFromItsFiles() throws IOException {
        Path again = folder.resolve("again");
        measure(NATIVE, "--rounds=3");

        CommandResult result = Jar.run("report", folder.resolve("out").toString(), "--out=" + again);

        assertThat(result.exit()).isZero();
        for (String file : List.of("summary.md", "report.html")) {
            assertThat(again.resolve(file))
                    .hasSameTextualContentAs(folder.resolve("out").resolve(file));
        }
    }

    @Test
    void aDryRunMeasuresNothing() {
        CommandResult result = measure(NATIVE, "--dry-run");

        assertThat(result.output()).contains("would measure startup/noop-c@native");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void twoRunsDoNotShareAFolder() throws IOException {
        Process first = new ProcessBuilder(
                        Jar.command("run", NATIVE, "--size=mini", "--rounds=100000", "--out=" + folder.resolve("out")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Waiting.until(() -> Files.exists(folder.resolve("out").resolve("samples.jsonl")));

            CommandResult second = measure(NATIVE, "--rounds=1");

            assertThat(second.output()).contains("another run is writing to");
            assertThat(second.exit()).isEqualTo(3);
        } finally {
            first.destroy();
            first.onExit().join();
        }
    }
}
