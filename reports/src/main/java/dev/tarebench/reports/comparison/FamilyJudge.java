package dev.tarebench.reports.comparison;

import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.FamilyKey;
import dev.tarebench.reports.results.Samples;
import dev.tarebench.reports.statistics.RankTests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges one family, and hands out the distributions that means over families are made from. */
record FamilyJudge(FamilyAnalysis analysis, Map<String, Contrast> bootstraps) {

    static FamilyJudge judge(FamilyKey key, List<CellResult> members, String baselineTarget) {
        List<CellResult> cells = members.stream()
                .sorted(Comparator.comparing(
                                (CellResult cell) -> !cell.cell().target().equals(baselineTarget))
                        .thenComparing(cell -> cell.cell().target()))
                .toList();
        Optional<CellResult> baseline = cells.stream()
                .filter(cell -> cell.cell().target().equals(baselineTarget))
                .filter(cell -> cell.primary().isPresent())
                .findFirst();
        Map<String, Contrast> contrasts = new LinkedHashMap<>();
        baseline.ifPresent(one -> contrast(one, cells, contrasts));
        Iterator<JudgedRatio> judged = JudgedRatio.family(
                        contrasts.values().stream().map(Contrast::estimate).toList())
                .iterator();
        List<CellAnalysis> analysed = new ArrayList<>();
        for (CellResult cell : cells) {
            Optional<JudgedRatio> ratio =
                    contrasts.containsKey(cell.cell().target()) ? Optional.of(judged.next()) : Optional.empty();
            Optional<Metric> primary = cell.primary();
            analysed.add(
                    new CellAnalysis(cell, primary, primary.flatMap(cell::of).map(Samples::summary), ratio));
        }
        Optional<String> baselineName = baseline.map(cell -> cell.cell().target());
        return new FamilyJudge(
                new FamilyAnalysis(key, baselineName, List.copyOf(analysed), differenceP(cells)), contrasts);
    }

    private static void contrast(CellResult baseline, List<CellResult> cells, Map<String, Contrast> contrasts) {
        Metric metric = baseline.primary().orElseThrow();
        Samples ones = baseline.of(metric).orElseThrow();
        for (CellResult cell : cells) {
            if (!cell.cell().target().equals(baseline.cell().target())) {
                cell.of(metric)
                        .ifPresent(
                                samples -> contrasts.put(cell.cell().target(), Contrast.within(metric, samples, ones)));
            }
        }
    }

    private static Optional<Double> differenceP(List<CellResult> cells) {
        Optional<Metric> metric =
                cells.stream().flatMap(cell -> cell.primary().stream()).findFirst();
        double[][] groups = cells.stream()
                .flatMap(cell -> metric.flatMap(cell::of).stream())
                .map(Samples::values)
                .toArray(double[][]::new);
        return groups.length < 2
                ? Optional.empty()
                : Optional.of(RankTests.kruskalWallis(groups).p());
    }
}
