package dev.tarebench.reports.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/** The tests behind every verdict. They use ranks only: run times are never normal, and one stall must not decide. */
public final class RankTests {
    private RankTests() {}

    /** Wilcoxon's signed-rank test of paired samples: within a run, where a round hits both cells alike. */
    public static TestResult signedRank(double[] x, double[] y) {
        return SignedRankTest.of(x, y).result();
    }

    /** The smallest p-value that the signed-rank test can give with so many pairs. */
    public static double smallestSignedRankP(int pairs) {
        return Math.min(1, Math.scalb(2.0, -pairs));
    }

    /** Mann-Whitney's U test of independent samples: across runs, and as in the papers. */
    public static TestResult rankSum(double[] x, double[] y) {
        if (allEqual(x, y)) {
            return TestResult.NO_DIFFERENCE;
        }
        MannWhitneyUTest.Result result = MannWhitneyUTest.withDefaults().test(x, y);
        return new TestResult(result.getStatistic(), result.getPValue());
    }

    /** Kruskal-Wallis' H test with correction for ties: do the groups differ at all? */
    public static TestResult kruskalWallis(double[]... groups) {
        double[] all = Arrays.stream(groups).flatMapToDouble(Arrays::stream).toArray();
        if (groups.length < 2 || Arrays.stream(all).distinct().count() < 2) {
            return TestResult.NO_DIFFERENCE;
        }
        double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).apply(all);
        double n = all.length;
        double sum = 0;
        int start = 0;
        for (double[] group : groups) {
            double rankSum = Arrays.stream(ranks, start, start + group.length).sum();
            sum += rankSum * rankSum / group.length;
            start += group.length;
        }
        double h = (12 / (n * (n + 1)) * sum - 3 * (n + 1)) / tieCorrection(ranks);
        double p = ChiSquaredDistribution.of(groups.length - 1.0).survivalProbability(h);
        return new TestResult(h, p);
    }

    /** Cliff's delta: how much more often {@code x} is the larger of two than the smaller, from -1 to 1. */
    public static double cliffsDelta(double[] x, double[] y) {
        double u = MannWhitneyUTest.withDefaults().statistic(x, y);
        return 2 * u / ((double) x.length * y.length) - 1;
    }

    /** The smallest p-value that the U test can give with so many samples on each side. */
    public static double smallestRankSumP(int n, int m) {
        double p = 2;
        for (int i = 1; i <= n; i++) {
            p *= (double) i / (m + i);
        }
        return Math.min(1, p);
    }

    private static double tieCorrection(double[] ranks) {
        double[] sorted = ranks.clone();
        Arrays.sort(sorted);
        double n = sorted.length;
        double ties = 0;
        for (int i = 0; i < sorted.length; ) {
            int end = i;
            while (end < sorted.length && sorted[end] == sorted[i]) {
                end++;
            }
            double t = end - i;
            ties += t * t * t - t;
            i = end;
        }
        return 1 - ties / (n * n * n - n);
    }

    private static boolean allEqual(double[] x, double[] y) {
        double first = x[0];
        return Arrays.stream(x).allMatch(value -> value == first)
                && Arrays.stream(y).allMatch(value -> value == first);
    }
}
