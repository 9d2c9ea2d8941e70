package dev.tarebench.reports.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The interval of the median between two order statistics: exact for every continuous distribution, since it only asks
 * how many samples fall below the true median.
 */
public final class MedianInterval {
    /** With fewer samples not even the range from smallest to largest reaches 95 %. */
    public static final int FEWEST_SAMPLES = 6;

    private MedianInterval() {}

    /**
     * The narrowest symmetric interval with at least 95 % coverage.
     *
     * @param sorted the samples in ascending order
     */
    public static Optional<Interval> of(double[] sorted) {
        int n = sorted.length;
        if (n < FEWEST_SAMPLES) {
            return Optional.empty();
        }
        double tail = (1 - Interval.CONFIDENCE) / 2;
        int left = BinomialDistribution.of(n, 0.5).inverseCumulativeProbability(tail);
        return Optional.of(new Interval(sorted[left - 1], sorted[n - left]));
    }
}
