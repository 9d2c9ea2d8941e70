package dev.tarebench.benchmarks.measure;

import dev.tarebench.toolchains.launch.Instrument;
import dev.tarebench.toolchains.launch.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One execution after verification: what goes into the journal.
 *
 * @param logs files worth keeping when the execution failed
 */
public record Trial(
        Outcome outcome,
        Instant startedAt,
        Instrument instrument,
        SortedMap<String, Long> metrics,
        Map<String, List<Long>> series,
        List<String> notes,
        List<Path> logs) {

    public Trial {
        metrics = new TreeMap<>(metrics);
        series = Map.copyOf(series);
        notes = List.copyOf(notes);
        logs = List.copyOf(logs);
    }

    /** The same execution with one figure more, which only the caller could see. */
    public Trial with(String metric, long value) {
        SortedMap<String, Long> more = new TreeMap<>(metrics);
        more.put(metric, value);
        return new Trial(outcome, startedAt, instrument, more, series, notes, logs);
    }

    public boolean completed() {
        return outcome instanceof Outcome.Completed;
    }
}
