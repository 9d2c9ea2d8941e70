package dev.tarebench.reports.comparison;

import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.statistics.SampleSummary;
import java.util.Optional;

/**
 * One cell as a report shows it.
 *
 * @param primary the metric it was measured for; absent when it has no sample
 * @param ratio to the baseline of its family; absent for the baseline itself and where there is none
 */
public record CellAnalysis(
        CellResult cell, Optional<Metric> primary, Optional<SampleSummary> summary, Optional<JudgedRatio> ratio) {}
