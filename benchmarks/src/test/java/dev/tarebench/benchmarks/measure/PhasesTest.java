package dev.tarebench.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.toolchains.launch.Stamps;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PhasesTest {

    private final Map<String, Long> metrics = new HashMap<>();

    private static Stamps stamps(long realShift) {
        return new Stamps(1_000, 5_000, 9_000 + realShift, 13_000);
    }

    @Test
    void splitAnExecutionWithoutARemainder() {
        assertThat(Phases.split(stamps(0), Marks.parse("@tare begin 3000\n@tare end 7000\n"), metrics))
                .isEmpty();

        assertThat(metrics)
                .containsEntry(Metrics.STARTUP.key(), 2_000L)
                .containsEntry(Metrics.RUN.key(), 4_000L)
                .containsEntry(Metrics.TEARDOWN.key(), 2_000L);
    }

    @Test
    void areDroppedWithTheReasonWhenTheClockWasStepped() {
        assertThat(Phases.split(stamps(2_000_000), Marks.parse("@tare begin 3000\n@tare end 7000\n"), metrics))
                .hasValueSatisfying(reason -> assertThat(reason).contains("2000000 ns"));
        assertThat(metrics).isEmpty();
    }

    @Test
    void areDroppedWhenOneIsNegative() {
        assertThat(Phases.split(stamps(0), Marks.parse("@tare begin 500\n@tare end 7000\n"), metrics))
                .hasValueSatisfying(reason -> assertThat(reason).contains("negative"));
        assertThat(metrics).isEmpty();
    }

    @Test
    void keepTheKernelsDurationEvenThen() {
        Phases.split(stamps(0), Marks.parse("@tare kernel 42\n"), metrics);

        assertThat(metrics).containsExactly(Map.entry(Metrics.KERNEL.key(), 42L));
    }
}
