package dev.tarebench.reports.results;

import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.reports.statistics.SeriesVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers the lines of one cell in primitive arrays: a run has more figures than objects would be good for. */
final class CellCollector {
    private final CellDescription cell;
    private final Map<String, Column> columns = new HashMap<>();
    private final SortedMap<String, List<List<Long>>> series = new TreeMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private final TreeSet<String> notes = new TreeSet<>();
    private boolean sampled;

    CellCollector(CellDescription cell) {
        this.cell = cell;
    }

    void add(JournalLine line) {
        notes.addAll(line.notes());
        sampled |= line.instrument().equals("sampled");
        if (!line.outcome().equals(JournalLine.COMPLETED)) {
            failures.add(new Failure(line.round(), line.outcome(), line.reason().orElse("")));
        } else if (line.isSample()) {
            for (Map.Entry<String, Long> metric : line.metrics().entrySet()) {
                column(metric.getKey()).add(line.round(), metric.getValue());
            }
            for (Map.Entry<String, List<Long>> entry : line.series().entrySet()) {
                series.computeIfAbsent(entry.getKey(), unused -> new ArrayList<>())
                        .add(entry.getValue());
            }
        } else {
            takeCompilation(line);
        }
    }

    /** Compilation ahead of time happens once, before the prime, so the prime is the only line that can carry it. */
    private void takeCompilation(JournalLine prime) {
        Long compilation = prime.metrics().get(Metrics.COMPILE.key());
        if (compilation != null) {
            column(Metrics.COMPILE.key()).add(0, compilation);
        }
    }

    private Column column(String key) {
        Column column = columns.get(key);
        if (column == null) {
            column = new Column();
            columns.put(key, column);
        }
        return column;
    }

    CellResult result() {
        SortedMap<String, Samples> samples = new TreeMap<>();
        columns.forEach((key, column) -> samples.put(Metrics.ofKey(key).id(), column.samples()));
        return new CellResult(cell, samples, series, failures, withVerdict(samples), sampled);
    }

    /** The journal's notes, and what the order of the wall times says; with the cell's name, for notes are read in lists. */
    private SortedSet<String> withVerdict(SortedMap<String, Samples> samples) {
        SortedSet<String> all = new TreeSet<>(notes);
        Samples wall = samples.get(Metrics.WALL.id());
        if (wall != null) {
            SeriesVerdict.of(wall.values()).forEach(fault -> all.add(cell.id() + " " + fault));
        }
        return all;
    }

    /** One metric's figures, growing; rounds come in ascending order because the journal is written in it. */
    private static final class Column {
        private int[] rounds = new int[8];
        private double[] values = new double[8];
        private int size;

        void add(int round, double value) {
            if (size == values.length) {
                rounds = Arrays.copyOf(rounds, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            rounds[size] = round;
            values[size++] = value;
        }

        Samples samples() {
            return Samples.ofRounds(Arrays.copyOf(rounds, size), Arrays.copyOf(values, size));
        }
    }
}
