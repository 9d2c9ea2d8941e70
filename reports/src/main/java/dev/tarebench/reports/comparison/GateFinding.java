package dev.tarebench.reports.comparison;

import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.Metric;
import java.util.Optional;

/**
 * What the gate has to say about one metric of one cell.
 *
 * @param compared absent when the second run has no sample of the cell
 * @param reason one sentence for a person
 */
public record GateFinding(
        CellDescription cell, Metric metric, Ruling ruling, Optional<ComparedCell> compared, String reason) {
    /** What the gate decided. */
    public enum Ruling {
        PASSED,
        FAILED,
        INCONCLUSIVE
    }
}
