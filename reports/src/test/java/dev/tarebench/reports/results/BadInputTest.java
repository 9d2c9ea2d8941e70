package dev.tarebench.reports.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarebench.reports.SimulatedRun;
import dev.tarebench.reports.UnreadableResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
    @TempDir
    Path folder;

    @Test
    void whatIsNoResultIsRefusedWithFileAndReason() throws IOException {
        Map<String, String> cases = Map.of(
                "",
                "empty file",
                "{\"a\":1}",
                "expected an array of benchmarks",
                "[]",
                "no benchmark in it",
                "[1]",
                "an element is no object",
                "[{\"name\":\"other JSON\"}]",
                "has no benchmark or no primaryMetric",
                "[{\"benchmark\":\"a.b\",\"primaryMetric\":{\"scoreUnit\":\"ms/op\",\"rawData\":[[1.0",
                "not whole JSON",
                "not json",
                "not whole JSON",
                benchmark("0"),
                "has the figure 0.0",
                benchmark("-3"),
                "has the figure -3.0",
                benchmark("\"NaN\""),
                "only a score is given");
        for (Map.Entry<String, String> one : cases.entrySet()) {
            Path file = Files.writeString(folder.resolve("results.json"), one.getKey());

            assertThatThrownBy(() -> RunReader.read(file))
                    .as(one.getKey())
                    .isInstanceOf(UnreadableResult.class)
                    .hasMessageContaining("results.json")
                    .hasMessageContaining(one.getValue());
        }
    }

    @Test
    void aFolderWithoutResultsIsRefused() throws IOException {
        assertThatThrownBy(() -> RunReader.read(folder)).hasMessageContaining("neither samples.jsonl nor results.json");
        assertThatThrownBy(() -> RunReader.read(folder.resolve("none"))).hasMessageContaining("no such file or folder");
        Files.writeString(folder.resolve("samples.jsonl"), "");
        assertThatThrownBy(() -> RunReader.read(folder)).hasMessageContaining("nothing was measured");
    }

    @Test
    void aRunThatWasCutOffIsReadUpToThereAndSaysSo() throws IOException {
        Path run = SimulatedRun.seed(1).rounds(3).write(folder);
        Files.writeString(run.resolve("samples.jsonl"), "{\"round\":4,\"ord", StandardOpenOption.APPEND);

        Run read = RunReader.read(run);

        assertThat(read.cells()).allSatisfy(cell -> assertThat(cell.count()).isEqualTo(3));
        assertThat(read.warnings()).singleElement().asString().contains("half a line");
    }

    @Test
    void aBrokenPlanIsNotIgnored() throws IOException {
        Path run = SimulatedRun.seed(1).rounds(3).write(folder);
        Files.writeString(run.resolve("plan.json"), "{\"runId\":");

        assertThatThrownBy(() -> RunReader.read(run))
                .isInstanceOf(UnreadableResult.class)
                .hasMessageContaining("plan.json: not JSON");
    }

    private static String benchmark(String figure) {
        return "[{\"benchmark\":\"a.b\",\"mode\":\"avgt\",\"primaryMetric\":{\"score\":1,\"scoreUnit\":\"ms/op\",\"rawData\":[["
                + figure + "]]}}]";
    }
}
