package dev.tarebench.reports.text;

import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.statistics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/** Gives numbers their one spelling: four significant digits, a point, no grouping, whatever the machine's locale. */
public final class Figures {
    private static final MathContext DIGITS = new MathContext(4);

    private Figures() {}

    /** A stored figure in the unit that its metric is shown in, without the unit. */
    public static String shown(Metric metric, double stored) {
        return significant(stored * metric.unit().scale());
    }

    public static String significant(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        // Above 1000 all whole digits are kept: a rounded 12350 would look like a measured one.
        return Math.abs(value) >= 1000
                ? String.format(Locale.ROOT, "%.0f", value)
                : new BigDecimal(value).round(DIGITS).toPlainString();
    }

    public static String ratio(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.3f", value);
    }

    public static String interval(Optional<Interval> interval) {
        return interval.map(range -> ratio(range.low()) + " to " + ratio(range.high()))
                .orElse("");
    }

    public static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }

    public static String probability(double p) {
        return p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }
}
