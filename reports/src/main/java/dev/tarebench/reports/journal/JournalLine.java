package dev.tarebench.reports.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One execution as it is kept for good: every report, table and verdict is made from these lines alone.
 *
 * @param round the round, from 1; 0 is the prime, which is never a sample
 * @param order the place of this execution in the whole run, from 0
 * @param outcome the stable word for how it ended
 * @param reason why it did not complete, for a person
 * @param instrument {@code exact} or {@code sampled}
 * @param metrics figures by key with unit ({@code wallNs}); what was not measured is absent, never 0
 * @param series several figures of one execution by key ({@code repetitionNs}), in their order
 * @param notes warnings that belong to this execution
 */
public record JournalLine(
        int round,
        int order,
        CellDescription cell,
        String outcome,
        Optional<String> reason,
        Instant startedAt,
        String instrument,
        SortedMap<String, Long> metrics,
        SortedMap<String, List<Long>> series,
        List<String> notes) {
    /** The outcome of an execution that completed with verified output. */
    public static final String COMPLETED = "completed";

    public JournalLine {
        if (round < 0 || order < 0) {
            throw new IllegalArgumentException("round and order count from 0, but are " + round + " and " + order);
        }
        if (outcome.isBlank()) {
            throw new IllegalArgumentException("outcome must be a word");
        }
        if (!instrument.equals("exact") && !instrument.equals("sampled")) {
            throw new IllegalArgumentException("instrument must be exact or sampled, but is '" + instrument + "'");
        }
        for (Map.Entry<String, Long> metric : metrics.entrySet()) {
            requireFigure(metric.getKey(), metric.getValue());
        }
        for (Map.Entry<String, List<Long>> entry : series.entrySet()) {
            entry.getValue().forEach(value -> requireFigure(entry.getKey(), value));
        }
        if (outcome.equals(COMPLETED) && Long.valueOf(0).equals(metrics.get(Metrics.WALL.key()))) {
            throw new IllegalArgumentException(Metrics.WALL.key() + " of a completed execution cannot be 0");
        }
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        series = series.isEmpty() ? Collections.emptySortedMap() : copyOf(series);
        notes = List.copyOf(notes);
    }

    private static SortedMap<String, List<Long>> copyOf(SortedMap<String, List<Long>> series) {
        SortedMap<String, List<Long>> copies = new TreeMap<>();
        series.forEach((key, values) -> copies.put(key, List.copyOf(values)));
        return Collections.unmodifiableSortedMap(copies);
    }

    /** Nothing else is ever a sample: completed, verified, and not the prime. */
    public boolean isSample() {
        return round > 0 && outcome.equals(COMPLETED);
    }

    private static void requireFigure(String key, long value) {
        if (!isKey(key)) {
            throw new IllegalArgumentException("a metric's key must be like wallNs, but is '" + key + "'");
        }
        // A difference between two instants may be negative; such a figure must be left out, not written.
        if (value < 0) {
            throw new IllegalArgumentException(key + " cannot be negative, but is " + value);
        }
    }

    private static boolean isKey(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean other = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && (i == 0 || !other)) {
                return false;
            }
        }
        return !key.isEmpty();
    }

    /** A line without figures, to which a measurement adds what it has. */
    public static JournalLine of(
            int round, int order, CellDescription cell, String outcome, Instant startedAt, Map<String, Long> metrics) {
        return new JournalLine(
                round,
                order,
                cell,
                outcome,
                Optional.empty(),
                startedAt,
                "exact",
                new TreeMap<>(metrics),
                new TreeMap<>(),
                List.of());
    }
}
