package dev.tarebench.reports.results;

import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Metrics;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that a run knows about one cell.
 *
 * @param samples by metric id
 * @param series one entry per sample that has the series, by journal key
 * @param sampled whether any memory figure comes from sampling instead of the kernel's accounting
 */
public record CellResult(
        CellDescription cell,
        SortedMap<String, Samples> samples,
        SortedMap<String, List<List<Long>>> series,
        List<Failure> failures,
        SortedSet<String> notes,
        boolean sampled) {
    public CellResult {
        samples = Collections.unmodifiableSortedMap(new TreeMap<>(samples));
        series = Collections.unmodifiableSortedMap(new TreeMap<>(series));
        failures = List.copyOf(failures);
        notes = Collections.unmodifiableSortedSet(new TreeSet<>(notes));
    }

    public CellKey key() {
        return CellKey.of(cell);
    }

    public Optional<Samples> of(Metric metric) {
        return Optional.ofNullable(samples.get(metric.id()));
    }

    /** The metric that this cell was measured for: wall time, unless its operation is about something else. */
    public Optional<Metric> primary() {
        return Metrics.primaryOf(cell.operation()).stream()
                .filter(metric -> samples.containsKey(metric.id()))
                .findFirst();
    }

    /** How many executions are samples. */
    public int count() {
        return primary().flatMap(this::of).map(Samples::count).orElse(0);
    }
}
