package dev.tarebench.reports.text;

import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Unit;
import dev.tarebench.reports.statistics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** Gives numbers their one spelling: four significant digits, a point, no grouping, whatever the machine's locale. */
public final class Figures {
    private static final MathContext DIGITS = new MathContext(4);

    private Figures() {}

    /** A stored figure in the unit that its metric is shown in, without the unit. */
    public static String shown(Metric metric, double stored) {
        double value = stored * metric.unit().scale();
        return metric.unit() == Unit.COUNT && value == Math.rint(value) ? fixed(value, 0) : significant(value);
    }

    public static String significant(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        // Above 1000 all whole digits are kept: a rounded 12350 would look like a measured one.
        if (value == 0 || Math.abs(value) >= 1000) {
            return fixed(value, 0);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        int missing = DIGITS.getPrecision() - rounded.precision();
        return rounded.setScale(rounded.scale() + missing).toPlainString();
    }

    public static String ratio(double value) {
        return fixed(value, value >= 100 ? 0 : value >= 10 ? 1 : 3);
    }

    public static String interval(Optional<Interval> interval) {
        return interval.map(range -> ratio(range.low()) + " to " + ratio(range.high()))
                .orElse("");
    }

    public static String percent(double part) {
        double value = 100 * part;
        return fixed(value, Math.abs(value) >= 100 ? 0 : 1) + " %";
    }

    /** A bound as it was given: 5 % and not 5.0 %. */
    public static String bound(double part) {
        return BigDecimal.valueOf(100 * part)
                        .setScale(3, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    public static String probability(double p) {
        return p < 0.0001 ? "< 0.0001" : fixed(p, 4);
    }

    /** A formatter would look its locale's symbols up for each of a table's 100,000 figures. */
    private static String fixed(double value, int decimals) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString()
                : "";
    }
}
