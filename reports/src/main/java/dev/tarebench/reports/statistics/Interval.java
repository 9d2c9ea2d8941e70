package dev.tarebench.reports.statistics;

/** A confidence interval: no figure is reported without saying how far it can be trusted. */
public record Interval(double low, double high) {
    /** The confidence of every interval in a report. */
    public static final double CONFIDENCE = 0.95;

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval needs low <= high, but got " + low + " and " + high);
        }
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
