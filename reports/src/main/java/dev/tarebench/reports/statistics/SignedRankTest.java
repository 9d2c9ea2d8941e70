package dev.tarebench.reports.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/**
 * Wilcoxon's signed-rank test of paired samples: within a run, where a round hits both cells alike.
 *
 * <p>Written here because peak memory comes in whole pages: Commons Statistics 1.2 has no exact distribution for ties,
 * and its normal approximation does not correct for zeros. Zeros are treated as Pratt proposed.
 */
final class SignedRankTest {
    /** Up to here all signs are enumerated; beyond, the normal approximation is as good and faster. */
    private static final int LARGEST_EXACT = 50;

    private final int pairs;
    private final int zeros;
    private final double[] nonZeroRanks;
    private final double positiveRankSum;

    private SignedRankTest(int pairs, int zeros, double[] nonZeroRanks, double positiveRankSum) {
        this.pairs = pairs;
        this.zeros = zeros;
        this.nonZeroRanks = nonZeroRanks;
        this.positiveRankSum = positiveRankSum;
    }

    static SignedRankTest of(double[] x, double[] y) {
        double[] distances = new double[x.length];
        int zeros = 0;
        for (int i = 0; i < x.length; i++) {
            distances[i] = Math.abs(x[i] - y[i]);
            zeros += distances[i] == 0 ? 1 : 0;
        }
        double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).apply(distances);
        double[] nonZeroRanks = new double[x.length - zeros];
        double positive = 0;
        int kept = 0;
        for (int i = 0; i < x.length; i++) {
            if (distances[i] > 0) {
                nonZeroRanks[kept++] = ranks[i];
                positive += x[i] > y[i] ? ranks[i] : 0;
            }
        }
        return new SignedRankTest(x.length, zeros, nonZeroRanks, positive);
    }

    TestResult result() {
        if (nonZeroRanks.length == 0) {
            return TestResult.NO_DIFFERENCE;
        }
        return new TestResult(positiveRankSum, pairs <= LARGEST_EXACT ? exactP() : asymptoticP());
    }

    /** Counts the signs that give a rank sum at least as far from the middle; ranks are doubled to be integers. */
    double exactP() {
        int[] doubled = new int[nonZeroRanks.length];
        int total = 0;
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = (int) Math.round(2 * nonZeroRanks[i]);
            total += doubled[i];
        }
        double[] ways = new double[total + 1];
        ways[0] = 1;
        int reach = 0;
        for (int rank : doubled) {
            reach += rank;
            for (int sum = reach; sum >= rank; sum--) {
                ways[sum] += ways[sum - rank];
            }
        }
        int observed = (int) Math.round(2 * positiveRankSum);
        int tail = Math.min(observed, total - observed);
        double extreme = 0;
        for (int sum = 0; sum <= tail; sum++) {
            extreme += ways[sum];
        }
        return Math.min(1, 2 * Math.scalb(extreme, -doubled.length));
    }

    double asymptoticP() {
        double mean = (triangle(pairs) - triangle(zeros)) / 2;
        double squares = 0;
        for (double rank : nonZeroRanks) {
            squares += rank * rank;
        }
        // The sum of squared midranks is the variance with its corrections for ties and for zeros in one.
        double deviation = Math.sqrt(squares / 4);
        double distance = Math.max(0, Math.abs(positiveRankSum - mean) - 0.5);
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(distance / deviation));
    }

    private static double triangle(int n) {
        return n * (n + 1.0) / 2;
    }
}
