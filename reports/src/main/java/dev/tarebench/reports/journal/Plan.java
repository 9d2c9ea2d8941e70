package dev.tarebench.reports.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run set out to do, written before anything is measured: with it a run can be resumed and a hole explained.
 *
 * @param regex the selection as the user typed it; absent when the default was taken
 * @param baseline the target that the others are set against
 * @param options every other option that had an influence, as text
 */
public record Plan(
        String runId,
        Instant createdAt,
        String tareVersion,
        long seed,
        int rounds,
        String size,
        Optional<String> regex,
        String baseline,
        SortedMap<String, String> options,
        List<CellDescription> cells,
        List<UnavailableCell> unavailable) {
    public Plan {
        if (runId.isBlank() || baseline.isBlank()) {
            throw new IllegalArgumentException("a plan needs a run id and a baseline");
        }
        if (rounds < 0) {
            throw new IllegalArgumentException("rounds cannot be negative, but is " + rounds);
        }
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        cells = List.copyOf(cells);
        unavailable = List.copyOf(unavailable);
    }
}
