package dev.tarebench.reports.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/**
 * What the order of one cell's samples says against their median: a median of samples that drift, or that have two
 * modes, is the time of nothing. Each fault comes with what to change.
 */
public final class SeriesVerdict {
    /** Below this many rounds chance alone makes such series too often. */
    static final int FEWEST_SAMPLES = 9;

    /** An effect smaller than this is not worth a reader's time, however sure it is. */
    private static final double SMALLEST_EFFECT = 0.05;

    private static final double SIGNIFICANCE = 0.01;

    private SeriesVerdict() {}

    /** What is wrong with the series, in words; empty when nothing is, or when it is too short to tell. */
    public static List<String> of(double[] inOrder) {
        List<String> faults = new ArrayList<>();
        if (inOrder.length < FEWEST_SAMPLES) {
            return faults;
        }
        double drift = drift(inOrder);
        if (Math.abs(drift) > SMALLEST_EFFECT && trendP(inOrder) < SIGNIFICANCE) {
            faults.add(String.format(
                    Locale.ROOT,
                    "drifts: the last third of the rounds is %+.0f %% off the first; let the machine come to rest, or"
                            + " compare within rounds only",
                    drift * 100));
        }
        double first = firstEffect(inOrder);
        if (first > SMALLEST_EFFECT) {
            faults.add(String.format(
                    Locale.ROOT,
                    "the first round takes %+.0f %% and lies beyond all others; prime more often (--prime 2)",
                    first * 100));
        }
        double[] sorted = inOrder.clone();
        Arrays.sort(sorted);
        if (DipTest.rejectsOneMode(sorted)) {
            faults.add(
                    "has several modes, and its median may lie where no sample does; pin it (--cpus), or look for what"
                            + " else runs at times");
        }
        return faults;
    }

    private static double drift(double[] values) {
        int third = values.length / 3;
        double begin = SampleSummary.median(Arrays.copyOf(values, third));
        double end = SampleSummary.median(Arrays.copyOfRange(values, values.length - third, values.length));
        return begin == 0 ? 0 : end / begin - 1;
    }

    /** Spearman's rank correlation with the order, by its normal approximation. */
    private static double trendP(double[] values) {
        double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).apply(values);
        double middle = (values.length + 1) / 2.0;
        double product = 0;
        double ranksSquare = 0;
        double orderSquare = 0;
        for (int i = 0; i < ranks.length; i++) {
            double rank = ranks[i] - middle;
            double order = i + 1 - middle;
            product += rank * order;
            ranksSquare += rank * rank;
            orderSquare += order * order;
        }
        if (ranksSquare == 0) {
            return 1;
        }
        double z = Math.abs(product / Math.sqrt(ranksSquare * orderSquare)) * Math.sqrt(values.length - 1.0);
        return 2 * NormalDistribution.of(0, 1).survivalProbability(z);
    }

    /** How far the first sample is above the median, where it is above all others and far from them. */
    private static double firstEffect(double[] values) {
        double[] others = Arrays.copyOfRange(values, 1, values.length);
        double median = SampleSummary.median(others);
        double largest = Arrays.stream(others).max().orElseThrow();
        double smallest = Arrays.stream(others).min().orElseThrow();
        boolean beyond = values[0] > largest + (largest - smallest) / 2;
        return beyond && median > 0 ? values[0] / median - 1 : 0;
    }
}
