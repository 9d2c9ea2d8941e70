package dev.tarebench.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.measure.Trial;
import dev.tarebench.benchmarks.plan.Catalogue;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.workloads.Size;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the guests to what they may cost natively, since that is what everything else is compared with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GuestCostsIT {

    private static final long SORTED_BYTES = 32L << 20;

    /** What a size takes, so that compute can be told from start-up. */
    private static final Map<Size, Duration> EXPECTED = Map.of(
            Size.SMALL, Duration.ofMillis(10), Size.MEDIUM, Duration.ofMillis(100), Size.LARGE, Duration.ofSeconds(1));

    /** Processors differ, and so does what their neighbours leave them. */
    private static final int LEEWAY = 4;

    private GuestBench bench;

    @BeforeAll
    void open() {
        bench = new GuestBench();
    }

    @AfterAll
    void close() throws IOException {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpp", "rust", "go"})
    void sortingNeedsFourTimesItsInputAtMost(String language) {
        Trial trial = bench.run("workloads/sort-%s@native".formatted(language), Size.LARGE)
                .trial();

        assertThat(trial.completed()).as(trial.outcome().explanation()).isTrue();
        assertThat(figure(trial, Metrics.MAX_RSS)).isLessThanOrEqualTo(4 * SORTED_BYTES);
    }

    static Stream<Arguments> computing() {
        return Catalogue.load(Optional.empty()).cells().stream()
                .filter(cell -> cell.id().matches("(workloads|functions)/[^~]*@native"))
                .flatMap(cell -> EXPECTED.entrySet().stream()
                        .map(entry -> Arguments.of(cell.id(), entry.getKey(), entry.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("computing")
    void aSizeTakesAboutItsTime(String id, Size size, Duration expected) {
        if (!Requirement.isRequired("timing")) {
            Requirement.missing("timing", "a time needs a machine that is known to be quiet");
        }

        Trial trial = bench.run(id, size).trial();

        assertThat(trial.completed()).as(trial.outcome().explanation()).isTrue();
        Duration taken = Duration.ofNanos(figure(trial, Metrics.USER) + figure(trial, Metrics.SYSTEM));
        assertThat(taken).isBetween(expected.dividedBy(LEEWAY), expected.multipliedBy(LEEWAY));
    }

    private static long figure(Trial trial, Metric metric) {
        return Optional.ofNullable(trial.metrics().get(metric.key())).orElseThrow();
    }
}
