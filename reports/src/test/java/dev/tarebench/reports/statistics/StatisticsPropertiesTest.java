package dev.tarebench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StatisticsPropertiesTest {
    @RepeatedTest(50)
    void aShiftMovesLocationAndLeavesSpread(RepetitionInfo seed) {
        double[] x = samples(seed, 1, 0);
        double[] shifted = map(x, value -> value + 1000);

        SampleSummary before = SampleSummary.of(x);
        SampleSummary after = SampleSummary.of(shifted);

        assertThat(after.median() - before.median()).isCloseTo(1000, within(1e-6));
        assertThat(after.mean() - before.mean()).isCloseTo(1000, within(1e-6));
        assertThat(after.mad()).isCloseTo(before.mad(), within(1e-6));
        assertThat(after.outliers()).isEqualTo(before.outliers());
        assertThat(after.interval().isPresent()).isEqualTo(before.interval().isPresent());
    }

    @RepeatedTest(50)
    void aScaleChangesNoVerdict(RepetitionInfo seed) {
        double[] x = samples(seed, 1, 20);
        double[] y = samples(seed, 2, 20);
        double[] scaledX = map(x, value -> value * 1024);
        double[] scaledY = map(y, value -> value * 1024);

        assertThat(RankTests.signedRank(scaledX, scaledY)).isEqualTo(RankTests.signedRank(x, y));
        assertThat(RankTests.rankSum(scaledX, scaledY)).isEqualTo(RankTests.rankSum(x, y));
        assertThat(RankTests.cliffsDelta(scaledX, scaledY)).isEqualTo(RankTests.cliffsDelta(x, y));
        assertThat(RatioBootstrap.paired(scaledX, scaledY).interval())
                .isEqualTo(RatioBootstrap.paired(x, y).interval());
    }

    @RepeatedTest(50)
    void theOrderOfSamplesDoesNotMatterWhereTheyAreNotPaired(RepetitionInfo seed) {
        double[] x = samples(seed, 1, 0);
        double[] y = samples(seed, 2, 0);
        double[] reversed = reverse(x);

        assertThat(SampleSummary.of(reversed).median())
                .isEqualTo(SampleSummary.of(x).median());
        assertThat(RankTests.rankSum(reversed, y)).isEqualTo(RankTests.rankSum(x, y));
        assertThat(RankTests.kruskalWallis(reversed, y).p())
                .isCloseTo(RankTests.kruskalWallis(y, x).p(), within(1e-9));
    }

    @RepeatedTest(50)
    void swappingTheSidesMirrorsTheAnswer(RepetitionInfo seed) {
        double[] x = samples(seed, 1, 15);
        double[] y = samples(seed, 2, 15);

        assertThat(RankTests.signedRank(x, y).p())
                .isEqualTo(RankTests.signedRank(y, x).p());
        assertThat(RankTests.cliffsDelta(x, y)).isCloseTo(-RankTests.cliffsDelta(y, x), within(1e-12));
        Interval forwards = RatioBootstrap.paired(x, y).interval();
        Interval backwards = RatioBootstrap.paired(y, x).interval();
        assertThat(forwards.low()).isCloseTo(1 / backwards.high(), within(1e-9));
    }

    @RepeatedTest(20)
    void shufflingRoundsTogetherKeepsThePairs(RepetitionInfo seed) {
        double[] x = samples(seed, 1, 25);
        double[] y = samples(seed, 2, 25);

        assertThat(RankTests.signedRank(reverse(x), reverse(y)).p())
                .isCloseTo(RankTests.signedRank(x, y).p(), within(1e-12));
    }

    @Test
    void theIntervalOfTheMedianCoversItAsOftenAsItSays() {
        Random random = new Random(8);
        int covered = 0;
        int trials = 2000;
        for (int i = 0; i < trials; i++) {
            double[] x = random.doubles(20).map(u -> -Math.log(u)).toArray();
            covered += SampleSummary.of(x).interval().orElseThrow().contains(Math.log(2)) ? 1 : 0;
        }
        assertThat(covered / (double) trials).isBetween(0.95, 0.97);
    }

    @Test
    void thePairedBootstrapSeesThroughDriftThatHitsBothSides() {
        Random random = new Random(3);
        double[] drift = random.doubles(30, 1, 3).toArray();
        double[] x = map(drift, d -> 2 * d);

        Interval paired = RatioBootstrap.paired(x, drift).interval();
        Interval independent = RatioBootstrap.independent(x, drift).interval();

        assertThat(paired.low()).isCloseTo(2, within(1e-9));
        assertThat(paired.high()).isCloseTo(2, within(1e-9));
        assertThat(independent.high() - independent.low()).isGreaterThan(0.3);
    }

    @Test
    void twoModesAreSeenAndOneIsNot() {
        Random random = new Random(5);
        int falseAlarms = 0;
        int found = 0;
        for (int i = 0; i < 200; i++) {
            double[] one = random.doubles(40).sorted().toArray();
            double[] two =
                    random.doubles(40).map(u -> u < 0.5 ? u : u + 2).sorted().toArray();
            falseAlarms += DipTest.rejectsOneMode(one) ? 1 : 0;
            found += DipTest.rejectsOneMode(two) ? 1 : 0;
        }
        assertThat(falseAlarms).isLessThanOrEqualTo(7);
        assertThat(found).isEqualTo(200);
    }

    @Test
    void aLargeSampleIsResampledWithoutATable() {
        double[] x = new Random(9).doubles(5000, 1, 2).toArray();

        Interval interval = RatioBootstrap.independent(x, x).interval();

        assertThat(interval.contains(1)).isTrue();
        assertThat(interval.high() - interval.low()).isLessThan(0.06);
    }

    private static double[] samples(RepetitionInfo seed, int stream, int wanted) {
        Random random = new Random(seed.getCurrentRepetition() * 31L + stream);
        int n = wanted > 0 ? wanted : 3 + random.nextInt(40);
        return random.doubles(n).map(u -> Math.exp(2 * u)).toArray();
    }

    private static double[] map(double[] x, DoubleUnaryOperator change) {
        return Arrays.stream(x).map(change).toArray();
    }

    private static double[] reverse(double[] x) {
        double[] reversed = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            reversed[i] = x[x.length - 1 - i];
        }
        return reversed;
    }
}
