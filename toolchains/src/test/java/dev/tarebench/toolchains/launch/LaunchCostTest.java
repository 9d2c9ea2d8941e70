package dev.tarebench.toolchains.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchCostTest {

    @Test
    void bothSidesAreLaunchedAsOftenAsAsked(@TempDir Path folder) {
        LaunchCost cost = LaunchCost.measure(TestPrograms.require().compiler(), folder, 5, List.of(0));

        assertThat(cost.launcher()).hasSize(5).allMatch(time -> time.toNanos() > 0);
        assertThat(cost.bare()).hasSize(5).allMatch(time -> time.toNanos() > 0);
    }

    @Test
    void theRatioIsThatOfTheMedians() {
        LaunchCost cost = new LaunchCost(microseconds(30, 10, 20), microseconds(10, 40, 10));

        assertThat(cost.ratio()).isEqualTo(2.0);
    }

    @Test
    void aQuantileIsOneOfTheTimes() {
        List<Duration> times = microseconds(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        assertThat(LaunchCost.quantile(times, 0.05)).isEqualTo(Duration.ofNanos(1000));
        assertThat(LaunchCost.quantile(times, 0.5)).isEqualTo(Duration.ofNanos(5000));
        assertThat(LaunchCost.quantile(times, 0.95)).isEqualTo(Duration.ofNanos(10_000));
    }

    private static List<Duration> microseconds(int... times) {
        return IntStream.of(times)
                .mapToObj(time -> Duration.ofNanos(time * 1000L))
                .toList();
    }
}
