package dev.tarebench.reports.comparison;

import dev.tarebench.reports.journal.Better;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Unit;

/** What may be said about a difference. */
public enum Verdict {
    LESS,
    MORE,
    NO_DIFFERENCE_SHOWN,
    TOO_FEW_SAMPLES;

    /** The verdict in the words of the metric. */
    public String words(Metric metric) {
        boolean speed = metric.unit() == Unit.NANOSECONDS || metric.better() == Better.HIGHER;
        return switch (this) {
            case LESS -> speed ? "faster" : "less";
            case MORE -> speed ? "slower" : "more";
            case NO_DIFFERENCE_SHOWN -> "no difference shown";
            case TOO_FEW_SAMPLES -> "too few samples";
        };
    }
}
