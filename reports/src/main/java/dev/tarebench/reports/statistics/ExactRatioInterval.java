package dev.tarebench.reports.statistics;

/**
 * The percentile interval of the ratio of two independent medians, without drawing a resample: all ratios of two
 * possible medians are weighed by their probability.
 */
final class ExactRatioInterval {
    private static final double TAIL = (1 - Interval.CONFIDENCE) / 2;

    /** What adding a hundred probabilities may be wrong by. */
    private static final double ROUNDING = 1e-12;

    private final MedianDistribution x;
    private final MedianDistribution y;
    private double above;
    private double nextUp;
    private double nextDown;

    private ExactRatioInterval(MedianDistribution x, MedianDistribution y) {
        this.x = x;
        this.y = y;
    }

    /** From the ratio that a fortieth of the distribution does not exceed to the one that a fortieth reaches. */
    static Interval of(MedianDistribution x, MedianDistribution y) {
        ExactRatioInterval ratios = new ExactRatioInterval(x, y);
        return new Interval(ratios.edge(1 - TAIL + ROUNDING), ratios.edge(TAIL - ROUNDING));
    }

    /**
     * The largest ratio r such that at least {@code share} of the distribution is r or more. Both ends of the search are
     * always ratios that occur, so that equal samples give exactly 1.
     */
    private double edge(double share) {
        double low = x.value(0) / y.value(y.count() - 1);
        double high = x.value(x.count() - 1) / y.value(0);
        while (low < high) {
            double middle = low + (high - low) / 2;
            splitAt(middle > low ? middle : high);
            if (above >= share) {
                low = nextUp;
            } else {
                high = nextDown;
            }
        }
        return low;
    }

    /** Weighs the ratios from this one on, and finds those that are next to it: one walk, as both sides are sorted. */
    private void splitAt(double ratio) {
        above = 0;
        nextUp = Double.POSITIVE_INFINITY;
        nextDown = 0;
        int i = 0;
        for (int j = 0; j < y.count(); j++) {
            while (i < x.count() && x.value(i) / y.value(j) < ratio) {
                i++;
            }
            above += y.probability(j) * x.tail(i);
            if (i < x.count()) {
                nextUp = Math.min(nextUp, x.value(i) / y.value(j));
            }
            if (i > 0) {
                nextDown = Math.max(nextDown, x.value(i - 1) / y.value(j));
            }
        }
    }
}
