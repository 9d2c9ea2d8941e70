package dev.tarebench.reports.comparison;

import dev.tarebench.reports.results.FamilyKey;
import java.util.List;
import java.util.Optional;

/**
 * All targets of one program against one baseline.
 *
 * @param baseline the target that is 1; absent when it has no sample here
 * @param differenceP Kruskal-Wallis' p-value: do the targets differ at all? Absent with fewer than two
 */
public record FamilyAnalysis(
        FamilyKey key, Optional<String> baseline, List<CellAnalysis> cells, Optional<Double> differenceP) {}
