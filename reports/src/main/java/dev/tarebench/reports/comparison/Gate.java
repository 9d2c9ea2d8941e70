package dev.tarebench.reports.comparison;

import dev.tarebench.reports.comparison.GateFinding.Ruling;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.reports.journal.Unit;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.Run;
import dev.tarebench.reports.statistics.Interval;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides whether a run is worse than the one before it: only where the slowdown is beyond the bound with its whole
 * interval <em>and</em> significant after correction. All figures together make one decision, so all of them are one
 * family to correct: with a family for each program, some gate of thirty programs would fail by chance.
 */
public record Gate(Comparison comparison, Bounds bounds, List<GateFinding> findings) {
    public Gate {
        findings = List.copyOf(findings);
    }

    /**
     * Judges a run.
     *
     * @throws dev.tarebench.reports.UnreadableResult when the two have no cell in common
     */
    public static Gate judge(Run base, Run run, Bounds bounds) {
        Comparison comparison = Comparison.of(base, run);
        Iterator<JudgedRatio> judged = JudgedRatio.family(comparison.cells().stream()
                        .flatMap(cell -> cell.deciding().stream())
                        .map(JudgedRatio::estimate)
                        .toList())
                .iterator();
        List<GateFinding> findings = new ArrayList<>();
        for (ComparedCell cell : comparison.cells()) {
            findings.add(
                    cell.deciding().isPresent()
                            ? judge(cell, judged.next(), bounds)
                            : finding(cell, Ruling.PASSED, "is the baseline itself, on another machine"));
        }
        for (CellResult cell : comparison.onlyInBase()) {
            findings.add(new GateFinding(
                    cell.cell(),
                    cell.primary().orElse(Metrics.WALL),
                    Ruling.INCONCLUSIVE,
                    Optional.empty(),
                    "has no sample in " + run.name()));
        }
        return new Gate(comparison, bounds, findings);
    }

    public List<GateFinding> with(Ruling ruling) {
        return findings.stream().filter(finding -> finding.ruling() == ruling).toList();
    }

    /**
     * 0 when nothing failed, 1 when something did.
     *
     * @param strict whether what is inconclusive fails too
     */
    public int exitCode(boolean strict) {
        boolean failed = !with(Ruling.FAILED).isEmpty();
        boolean open = strict && !with(Ruling.INCONCLUSIVE).isEmpty();
        return failed || open ? 1 : 0;
    }

    private static GateFinding judge(ComparedCell cell, JudgedRatio judged, Bounds bounds) {
        Optional<Interval> interval = judged.estimate().interval();
        if (interval.isEmpty() || judged.verdict() == Verdict.TOO_FEW_SAMPLES) {
            return finding(
                    cell,
                    Ruling.INCONCLUSIVE,
                    "too few rounds: with %d no figure can be significant among so many"
                            .formatted(judged.estimate().count()));
        }
        double limit = 1 + bound(cell.metric(), bounds);
        boolean beyond = interval.get().low() > limit;
        boolean significant = judged.adjustedP() <= JudgedRatio.SIGNIFICANCE;
        String measured = String.format(
                Locale.ROOT,
                "%.3f times the base, 95 %% interval %.3f to %.3f, adjusted p = %.2g",
                judged.estimate().ratio(),
                interval.get().low(),
                interval.get().high(),
                judged.adjustedP());
        return finding(cell, beyond && significant ? Ruling.FAILED : Ruling.PASSED, measured);
    }

    private static double bound(Metric metric, Bounds bounds) {
        return metric.unit() == Unit.BYTES ? bounds.memoryGrowth() : bounds.slowdown();
    }

    private static GateFinding finding(ComparedCell cell, Ruling ruling, String reason) {
        return new GateFinding(cell.cell(), cell.metric(), ruling, Optional.of(cell), reason);
    }
}
