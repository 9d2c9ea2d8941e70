package dev.tarebench.reports.comparison;

import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.Metric;
import java.util.Optional;

/**
 * One metric of one cell in two runs.
 *
 * @param absolute the second run's median divided by the first's; absent where machines differ
 * @param normalised absent on the same machine, for the baseline itself, and where a side has no sample of it
 */
public record ComparedCell(
        CellDescription cell,
        Metric metric,
        double baseMedian,
        double otherMedian,
        Optional<JudgedRatio> absolute,
        Optional<NormalisedRatio> normalised) {
    /** What decides: the absolute change where it may be given, else the change of the ratio to native. */
    public Optional<JudgedRatio> deciding() {
        return absolute.or(() -> normalised.map(NormalisedRatio::change));
    }
}
