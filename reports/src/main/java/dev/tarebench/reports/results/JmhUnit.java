package dev.tarebench.reports.results;

import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Unit;
import java.util.Map;
import java.util.Optional;

/** What JMH's {@code scoreUnit} says, as a factor to the units that Tare stores. */
final class JmhUnit {
    private static final Map<String, Double> NANOSECONDS =
            Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9, "min", 60e9, "hr", 3600e9, "h", 3600e9, "day", 86_400e9);
    private static final Map<String, Double> BYTES = Map.of(
            "B", 1.0,
            "bytes", 1.0,
            "KiB", 1024.0,
            "MiB", 1_048_576.0,
            "GiB", 1_073_741_824.0);

    private JmhUnit() {}

    /** From a time per operation ({@code ms/op}) to nanoseconds. */
    static Optional<Double> nanoseconds(String unit) {
        return Optional.ofNullable(NANOSECONDS.get(withoutOperation(unit)));
    }

    /** From operations in a unit of time ({@code ops/ms}) to operations per second. */
    static Optional<Double> perSecond(String unit) {
        if (!unit.startsWith("ops/")) {
            return Optional.empty();
        }
        return Optional.ofNullable(NANOSECONDS.get(unit.substring("ops/".length())))
                .map(factor -> 1e9 / factor);
    }

    /** From whatever unit a known metric was written with to the one it is stored in. */
    static Optional<Double> stored(Metric metric, String unit) {
        Unit stored = metric.unit();
        return switch (stored) {
            case NANOSECONDS -> nanoseconds(unit);
            case BYTES -> Optional.ofNullable(BYTES.get(withoutOperation(unit)));
            case COUNT -> Optional.of(1.0);
        };
    }

    private static String withoutOperation(String unit) {
        return unit.endsWith("/op") ? unit.substring(0, unit.length() - "/op".length()) : unit;
    }
}
