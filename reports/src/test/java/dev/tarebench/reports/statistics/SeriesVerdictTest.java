package dev.tarebench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesVerdictTest {

    private static double[] series(int count, IntToDoubleFunction value) {
        Random noise = new Random(7);
        return IntStream.range(0, count)
                .mapToDouble(i -> value.applyAsDouble(i) * (1 + 0.01 * noise.nextGaussian()))
                .toArray();
    }

    @Test
    void nothingIsSaidOfSamplesThatOnlyScatter() {
        assertThat(SeriesVerdict.of(series(40, i -> 100))).isEmpty();
    }

    @Test
    void nothingIsSaidOfTooFewSamples() {
        assertThat(SeriesVerdict.of(series(8, i -> 100 + 20 * i))).isEmpty();
    }

    @Test
    void nothingIsSaidOfEqualSamples() {
        assertThat(SeriesVerdict.of(
                        IntStream.range(0, 30).mapToDouble(i -> 4096).toArray()))
                .isEmpty();
    }

    @Test
    void aDriftIsToldWithItsSize() {
        assertThat(SeriesVerdict.of(series(30, i -> 100 + i)))
                .singleElement()
                .asString()
                .startsWith("drifts: the last third of the rounds is +18 % off the first");
    }

    @Test
    void aDriftThatIsSmallerThanAnyoneCaresForIsNotTold() {
        assertThat(SeriesVerdict.of(series(30, i -> 100 + 0.1 * i))).isEmpty();
    }

    @Test
    void aFirstRoundBeyondAllOthersIsTold() {
        assertThat(SeriesVerdict.of(series(20, i -> i == 0 ? 150 : 100)))
                .singleElement()
                .asString()
                .contains("the first round takes +5", "--prime 2");
    }

    @Test
    void twoModesAreTold() {
        assertThat(SeriesVerdict.of(series(60, i -> i % 2 == 0 ? 100 : 140)))
                .singleElement()
                .asString()
                .startsWith("has several modes");
    }

    @Test
    void theScaleDoesNotMatter() {
        double[] small = series(30, i -> 100 + i);
        double[] large = IntStream.range(0, small.length)
                .mapToDouble(i -> small[i] * 1e9)
                .toArray();

        assertThat(SeriesVerdict.of(large)).isEqualTo(SeriesVerdict.of(small));
    }
}
