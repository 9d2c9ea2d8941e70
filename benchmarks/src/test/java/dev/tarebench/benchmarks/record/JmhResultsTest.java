package dev.tarebench.benchmarks.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.Run;
import dev.tarebench.reports.results.RunReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The results as the tools of others read them. jmh-visualizer is in none of the registries that the build reaches, so
 * that its rules stand here, one test each, after what its version 0.9 does with a file: it parses it as JSON, takes an
 * array, groups by all but the last part of {@code benchmark}, and joins and splits the parameters at blanks and {@code =}.
 */
class JmhResultsTest {

    private static final Set<String> MODES = Set.of("thrpt", "avgt", "sample", "ss");

    @TempDir
    Path folder;

    private JsonNode results = new ObjectMapper().createArrayNode();

    @BeforeEach
    void write() throws IOException {
        List<JournalLine> lines = new ArrayList<>();
        for (int round = 0; round <= 3; round++) {
            lines.add(line(
                    round,
                    "",
                    "run",
                    "gemm",
                    "",
                    "native",
                    Map.of("wallNs", 5_000_000L + round, "maxRssBytes", 1L << 20)));
            lines.add(line(round, "", "run", "gemm", "", "wasmtime-aot", Map.of("wallNs", 7_000_000L + round)));
            lines.add(line(round, "", "run", "gemm", "simd", "wasmtime-aot", Map.of("wallNs", 6_000_000L + round)));
            lines.add(line(
                    round, "prolonged/", "prolonged", "gemm", "", "native", Map.of("wallNs", 90_000_000L + round)));
            lines.add(line(
                    round, "images/pull/", "pull", "gemm", "", "ctr-debian", Map.of("pullNs", 300_000_000L + round)));
            lines.add(line(
                    round,
                    "images/size/",
                    "size",
                    "gemm",
                    "fat",
                    "docker-debian",
                    Map.of("imageBytes", 3L << 20, "compressedBytes", 1L << 20, "layers", 9L)));
            lines.add(line(
                    round,
                    "density/",
                    "density",
                    "gemm",
                    "x100",
                    "runwasi-wamr",
                    Map.of("wallNs", 9L, "readyNs", 800_000_000L, "containers", 100L)));
        }
        JmhResults.write(lines, folder.resolve("results.json"));
        results = new ObjectMapper().readTree(folder.resolve("results.json").toFile());
    }

    @Test
    void everyCellIsAnElementWithAClassAndAMethod() {
        assertThat(results.isArray()).isTrue();
        assertThat(results).hasSize(7).allSatisfy(result -> {
            assertThat(result.path("benchmark").asText()).isEqualTo("tare.Polybench.gemm");
            assertThat(MODES).contains(result.path("mode").asText());
        });
    }

    @Test
    void parametersSurviveToBeJoinedAndSplitAgain() {
        assertThat(results).allSatisfy(result -> {
            Map<String, String> params = params(result);
            assertThat(split(joined(params))).isEqualTo(params);
        });
    }

    @Test
    void noTwoElementsOfAClassHaveTheSameName() {
        Set<String> seen = new HashSet<>();

        results.forEach(result -> assertThat(seen.add(result.path("benchmark").asText() + joined(params(result))))
                .as(joined(params(result)))
                .isTrue());
    }

    @Test
    void allElementsOfAClassHaveTheParametersOfItsFirst() {
        Map<String, Set<String>> ofClass = new HashMap<>();

        results.forEach(result -> assertThat(params(result).keySet())
                .isEqualTo(ofClass.computeIfAbsent(
                        result.path("benchmark").asText().replaceFirst("\\.[^.]*$", ""),
                        first -> params(result).keySet())));
    }

    @Test
    void everyMetricHasWhatABarIsDrawnFrom() {
        assertThat(results).allSatisfy(result -> {
            assertMetric(result.path("primaryMetric"));
            assertThat(result.path("secondaryMetrics").isObject()).isTrue();
            result.path("secondaryMetrics").forEach(JmhResultsTest::assertMetric);
        });
    }

    @Test
    void theMainFigureIsWhatTheOperationIsAbout() {
        assertThat(unit("run")).isEqualTo("ms/op");
        assertThat(unit("pull")).isEqualTo("ms/op");
        assertThat(unit("density")).isEqualTo("ms/op");
        assertThat(unit("size")).isEqualTo("MiB");
        assertThat(element("size").path("primaryMetric").path("rawData").toString())
                .isEqualTo("[[1.0],[1.0],[1.0]]");
        assertThat(element("pull").path("primaryMetric").path("score").doubleValue())
                .isBetween(300.0, 300.1);
    }

    @Test
    void theFileIsReadAsTheCellsThatWereWritten() {
        Run run = RunReader.read(folder.resolve("results.json"));

        assertThat(run.cells())
                .extracting(cell -> cell.cell().id())
                .containsExactlyInAnyOrder(
                        "polybench/gemm@native",
                        "polybench/gemm@wasmtime-aot",
                        "polybench/gemm~simd@wasmtime-aot",
                        "prolonged/polybench/gemm@native",
                        "images/pull/polybench/gemm@ctr-debian",
                        "images/size/polybench/gemm~fat@docker-debian",
                        "density/polybench/gemm~x100@runwasi-wamr");
        CellResult size = run.cells().stream()
                .filter(cell -> cell.cell().operation().equals("size"))
                .findFirst()
                .orElseThrow();
        assertThat(size.primary()).contains(Metrics.COMPRESSED_SIZE);
        assertThat(size.of(Metrics.WALL)).isEmpty();
        assertThat(size.of(Metrics.IMAGE_SIZE).orElseThrow().values()).containsOnly(3 << 20);
    }

    private JsonNode element(String operation) {
        for (JsonNode result : results) {
            if (result.path("params").path("operation").asText().equals(operation)) {
                return result;
            }
        }
        throw new AssertionError(operation);
    }

    private String unit(String operation) {
        return element(operation).path("primaryMetric").path("scoreUnit").asText();
    }

    private static void assertMetric(JsonNode metric) {
        assertThat(metric.path("score").isNumber()).isTrue();
        assertThat(metric.path("scoreUnit").isTextual()).isTrue();
        assertThat(metric.has("scoreError")).isTrue();
        assertThat(metric.path("scoreConfidence")).hasSize(2);
        assertThat(metric.path("rawData"))
                .hasSize(3)
                .allSatisfy(fork -> assertThat(fork).isNotEmpty().allMatch(JsonNode::isNumber));
    }

    private static Map<String, String> params(JsonNode result) {
        Map<String, String> params = new LinkedHashMap<>();
        result.path("params")
                .properties()
                .forEach(entry -> params.put(entry.getKey(), entry.getValue().asText()));
        return params;
    }

    private static String joined(Map<String, String> params) {
        StringBuilder name = new StringBuilder("gemm");
        params.forEach((key, value) -> name.append(' ').append(key).append('=').append(value));
        return name.toString();
    }

    private static Map<String, String> split(String name) {
        Map<String, String> params = new LinkedHashMap<>();
        Arrays.stream(name.split(" ", -1))
                .skip(1)
                .map(pair -> pair.split("=", -1))
                .forEach(pair -> {
                    assertThat(pair).hasSize(2);
                    params.put(pair[0], pair[1]);
                });
        return params;
    }

    private static JournalLine line(
            int round,
            String prefix,
            String operation,
            String workload,
            String variant,
            String target,
            Map<String, Long> metrics) {
        CellDescription cell = new CellDescription(
                prefix + "polybench/" + workload + (variant.isEmpty() ? "" : "~" + variant) + "@" + target,
                operation,
                "polybench",
                workload,
                Optional.empty(),
                Optional.of(variant).filter(word -> !word.isEmpty()),
                target,
                "mini",
                "linux/amd64",
                Optional.empty());
        return JournalLine.of(round, round, cell, "completed", Instant.EPOCH, metrics);
    }
}
