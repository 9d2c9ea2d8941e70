package dev.tarebench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactRatioIntervalTest {
    private static final double TAIL = 0.025;

    @ParameterizedTest
    @CsvSource({"3,3", "3,4", "4,4", "5,4", "4,5", "2,5"})
    void itIsTheIntervalOfAllResamplesThereAre(int n, int m) {
        for (int seed = 0; seed < 20; seed++) {
            double[] x = samples(seed, n);
            double[] y = samples(seed + 100, m);

            Interval interval = RatioBootstrap.independent(x, y).interval();

            double[] ratios = ratios(medians(x), medians(y));
            int tail = (int) Math.ceil(ratios.length * TAIL - 1e-9);
            assertThat(interval).isEqualTo(new Interval(ratios[tail - 1], ratios[ratios.length - tail]));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 10, 15, 21, 60, 127})
    void theProbabilitiesOfAllMediansAddUpToOne(int n) {
        MedianDistribution.of(samples(n, n))
                .ifPresentOrElse(
                        medians -> assertThat(medians.tail(0)).isCloseTo(1, within(1e-9)),
                        () -> assertThat(n).isIn(60));
    }

    @Test
    void drawingComesToTheSame() {
        double[] x = samples(1, 10);
        double[] y = samples(2, 9);
        RatioBootstrap bootstrap = RatioBootstrap.independent(x, y);

        Interval interval = bootstrap.interval();

        // Two standard errors of a share of 2.5 % in 2,000 draws are 0.7 %.
        assertThat(share(bootstrap, Double.NEGATIVE_INFINITY, interval.low())).isBetween(0.018, 0.12);
        assertThat(share(bootstrap, interval.low(), interval.high())).isGreaterThan(0.94);
    }

    @Test
    void whatIsAlwaysTheSameHasARatioOfExactlyOne() {
        double[] pages = new double[10];
        Arrays.fill(pages, 4096 * 251.0);

        assertThat(RatioBootstrap.independent(pages, pages).interval()).isEqualTo(new Interval(1, 1));
    }

    private static double share(RatioBootstrap bootstrap, double low, double high) {
        return Arrays.stream(bootstrap.replicates())
                        .filter(ratio -> ratio >= low && ratio <= high)
                        .count()
                / (double) RatioBootstrap.REPLICATES;
    }

    /** The median of every one of the n to the power of n resamples. */
    private static List<Double> medians(double[] values) {
        int n = values.length;
        List<Double> medians = new ArrayList<>();
        for (int code = 0; code < Math.pow(n, n); code++) {
            double[] drawn = new double[n];
            for (int i = 0, rest = code; i < n; i++, rest /= n) {
                drawn[i] = values[rest % n];
            }
            Arrays.sort(drawn);
            medians.add((drawn[(n - 1) / 2] + drawn[n / 2]) / 2);
        }
        return medians;
    }

    private static double[] ratios(List<Double> x, List<Double> y) {
        return x.stream()
                .flatMapToDouble(one -> y.stream().mapToDouble(other -> one / other))
                .sorted()
                .toArray();
    }

    private static double[] samples(int seed, int n) {
        return new Random(seed).doubles(n, 1, 2).toArray();
    }
}
