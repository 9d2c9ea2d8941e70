package dev.tarebench.reports.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.reports.journal.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignJmhTest {
    @TempDir
    Path folder;

    @Test
    void timesAndThroughputsOfAnotherProjectAreBroughtToOneUnit() throws IOException {
        Run run = read("""
                [{"jmhVersion":"1.21","benchmark":"com.acme.Copy.bytes","mode":"avgt","threads":1,"forks":2,
                  "params":{"size":"1 000"},
                  "primaryMetric":{"score":2.5,"scoreError":"NaN","scoreUnit":"us/op","rawData":[[2.0,2.5],[2.5,3.0]]},
                  "secondaryMetrics":{"gc.alloc.rate":{"score":5.0,"scoreUnit":"MB/sec","rawData":[[5.0,5.0],[5.0,"NaN"]]}}},
                 {"benchmark":"com.acme.Copy.bytes","mode":"thrpt","params":{"size":"1 000"},
                  "primaryMetric":{"score":4.0,"scoreUnit":"ops/ms","rawData":[[4.0,5.0]]}}]
                """);

        CellResult time = run.cells().get(0);
        assertThat(time.cell().id()).isEqualTo("com.acme.Copy.bytes:avgt(size:1_000)");
        assertThat(time.of(Metrics.WALL).orElseThrow().values()).containsExactly(2000, 2500, 2500, 3000);
        assertThat(time.samples()).containsKey("gc.alloc.rate (MB/sec)");
        assertThat(time.notes()).singleElement().asString().contains("not independent");
        CellResult rate = run.cells().get(1);
        assertThat(rate.primary()).contains(Metrics.THROUGHPUT);
        assertThat(rate.of(Metrics.THROUGHPUT).orElseThrow().values()).containsExactly(4000, 5000);
    }

    @Test
    void aHistogramOfASamplingRunIsExpandedAndALargeOneThinned() throws IOException {
        Run run = read("""
                [{"benchmark":"a.b","mode":"sample","primaryMetric":{"score":1,"scoreUnit":"ns/op",
                  "rawDataHistogram":[[[[10.0,3],[20.0,1]]]]}},
                 {"benchmark":"a.c","mode":"sample","primaryMetric":{"score":1,"scoreUnit":"ns/op",
                  "rawDataHistogram":[[[[10.0,3000000],[20.0,1000000]]]]}}]
                """);

        assertThat(run.cells().get(0).of(Metrics.WALL).orElseThrow().values()).containsExactly(10, 10, 10, 20);
        Samples large = run.cells().get(1).of(Metrics.WALL).orElseThrow();
        assertThat(large.count()).isEqualTo(10_000);
        assertThat(Arrays.stream(large.values()).filter(value -> value == 20).count())
                .isEqualTo(2500);
        assertThat(run.cells().get(1).notes()).anyMatch(note -> note.contains("thinned"));
    }

    @Test
    void aBenchmarkWithoutRawDataIsListedAsFailedBesideUsableOnes() throws IOException {
        Run run = read("""
                [{"benchmark":"a.good","mode":"ss","primaryMetric":{"score":1,"scoreUnit":"s/op","rawData":[[1.0]]}},
                 {"benchmark":"a.bare","mode":"ss","primaryMetric":{"score":1,"scoreError":"NaN","scoreUnit":"s/op"}},
                 {"benchmark":"a.odd","mode":"ss","primaryMetric":{"score":1,"scoreUnit":"furlongs","rawData":[[1.0]]}}]
                """);

        assertThat(run.cells()).extracting(CellResult::count).containsExactly(1, 0, 0);
        assertThat(run.cells().get(1).failures())
                .singleElement()
                .extracting(Failure::outcome)
                .isEqualTo("no-raw-data");
        assertThat(run.cells().get(2).failures()).singleElement().asString().contains("furlongs");
    }

    @Test
    void ownResultsAreCellsAgainWithTheirRounds() throws IOException {
        Run run = read("""
                [{"benchmark":"tare.Polybench.gemm","mode":"ss","params":{"target":"wasmtime-aot","size":"mini",
                  "language":"none","variant":"simd","operation":"run","platform":"linux/amd64"},
                  "primaryMetric":{"score":2,"scoreUnit":"ms/op","rawData":[[2.0],[2.5]]},
                  "secondaryMetrics":{"maxRss":{"score":3,"scoreUnit":"MiB","rawData":[[3.0],[3.0]]}}},
                 {"benchmark":"tare.Polybench.gemm","mode":"ss","params":{"target":"native","size":"mini",
                  "language":"none","variant":"simd","operation":"run","platform":"linux/amd64"},
                  "primaryMetric":{"score":1,"scoreUnit":"ms/op","rawData":[[1.0],[1.25]]},"secondaryMetrics":{}}]
                """);

        CellResult cell = run.cells().get(0);
        assertThat(cell.cell().id()).isEqualTo("polybench/gemm~simd@wasmtime-aot");
        assertThat(cell.of(Metrics.MAX_RSS).orElseThrow().values()).containsExactly(3 << 20, 3 << 20);
        Samples baseline = run.cells().get(1).of(Metrics.WALL).orElseThrow();
        assertThat(cell.of(Metrics.WALL)
                        .orElseThrow()
                        .pairedWith(baseline)
                        .orElseThrow()
                        .ratios())
                .containsExactly(2, 2);
    }

    private Run read(String json) throws IOException {
        return RunReader.read(Files.writeString(folder.resolve("results.json"), json));
    }
}
