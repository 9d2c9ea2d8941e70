package dev.tarebench.reports.comparison;

import dev.tarebench.reports.UnreadableResult;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.FamilyKey;
import dev.tarebench.reports.results.Run;
import dev.tarebench.reports.results.Samples;
import dev.tarebench.reports.statistics.GeometricMean;
import dev.tarebench.reports.statistics.RankTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many times the left target is faster than the right, program by program: the tables of "WebAssembly in
 * serverless" studies, such as ahead-of-time against just-in-time compilation.
 *
 * @param mean geometric mean of the speed-ups
 */
public record SpeedUps(String run, String suite, String left, String right, List<SpeedUp> rows, double mean) {
    public SpeedUps {
        rows = List.copyOf(rows);
    }

    /**
     * One program.
     *
     * @param judged the right median divided by the left: above 1 the left is faster
     * @param mannWhitneyP the same two sets of samples by the test that the studies used
     */
    public record SpeedUp(
            FamilyKey program,
            Metric metric,
            double leftMedian,
            double rightMedian,
            JudgedRatio judged,
            double mannWhitneyP) {}

    /**
     * All tables of a run that a pair such as {@code aot|jit}, {@code distroless|debian} or
     * {@code wasmtime-aot|wasmtime-winch} selects.
     *
     * @throws UnreadableResult when nothing is selected
     */
    public static List<SpeedUps> of(Run run, TargetPair pair) {
        SortedMap<String, List<CellPairOfTargets>> tables = new TreeMap<>();
        for (List<CellResult> family : run.families().values()) {
            for (CellResult left : family) {
                for (CellResult right : family) {
                    if (pair.matches(left.cell(), right.cell())) {
                        CellPairOfTargets.of(left, right)
                                .ifPresent(cells -> tables.computeIfAbsent(cells.table(), key -> new ArrayList<>())
                                        .add(cells));
                    }
                }
            }
        }
        if (tables.isEmpty()) {
            throw new UnreadableResult("no two measured targets of %s are a pair '%s'; %s"
                    .formatted(run.name(), pair, TargetPair.GRAMMAR));
        }
        return tables.values().stream().map(cells -> table(run.name(), cells)).toList();
    }

    private static SpeedUps table(String run, List<CellPairOfTargets> cells) {
        List<RatioEstimate> estimates = cells.stream()
                .map(pair -> Contrast.within(pair.metric, pair.rightSamples, pair.leftSamples)
                        .estimate())
                .toList();
        List<JudgedRatio> judged = JudgedRatio.family(estimates);
        List<SpeedUp> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            CellPairOfTargets pair = cells.get(i);
            rows.add(new SpeedUp(
                    FamilyKey.of(pair.left.cell()),
                    pair.metric,
                    pair.leftSamples.median(),
                    pair.rightSamples.median(),
                    judged.get(i),
                    RankTests.rankSum(pair.leftSamples.values(), pair.rightSamples.values())
                            .p()));
        }
        double mean = GeometricMean.of(
                estimates.stream().mapToDouble(RatioEstimate::ratio).toArray());
        CellResult first = cells.get(0).left;
        return new SpeedUps(
                run,
                first.cell().suite(),
                first.cell().target(),
                cells.get(0).right.cell().target(),
                rows,
                mean);
    }

    /** Two cells of one program that a pair selects. */
    private record CellPairOfTargets(
            CellResult left, CellResult right, Metric metric, Samples leftSamples, Samples rightSamples) {
        static Optional<CellPairOfTargets> of(CellResult left, CellResult right) {
            return left.primary()
                    .flatMap(metric -> left.of(metric)
                            .flatMap(one ->
                                    right.of(metric).map(two -> new CellPairOfTargets(left, right, metric, one, two))));
        }

        String table() {
            return left.cell().suite()
                    + ' '
                    + left.cell().operation()
                    + ' '
                    + left.cell().target()
                    + ' '
                    + right.cell().target();
        }
    }
}
