package dev.tarebench.reports.comparison;

import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.Samples;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares all targets of one program between two runs: one family of questions per metric. */
final class FamilyComparison {
    private final List<CellPair> pairs;
    private final MachineMatch machines;
    private final String baseline;

    FamilyComparison(List<CellPair> pairs, MachineMatch machines, String baseline) {
        this.pairs = pairs;
        this.machines = machines;
        this.baseline = baseline;
    }

    /** The same cell in two runs. */
    record CellPair(CellResult base, CellResult other) {
        Optional<Side> of(Metric metric) {
            return base.of(metric).flatMap(one -> other.of(metric).map(two -> new Side(this, one, two)));
        }
    }

    List<ComparedCell> cells() {
        Set<Metric> metrics = new LinkedHashSet<>();
        pairs.forEach(pair -> metrics.addAll(Comparison.metricsOf(pair.base)));
        return metrics.stream().map(this::cells).flatMap(List::stream).toList();
    }

    private List<ComparedCell> cells(Metric metric) {
        List<Side> sides =
                pairs.stream().flatMap(pair -> pair.of(metric).stream()).toList();
        List<Optional<JudgedRatio>> absolute = judge(sides.stream()
                .map(side -> machines == MachineMatch.DIFFERENT
                        ? Optional.<RatioEstimate>empty()
                        : Optional.of(side.change(metric)))
                .toList());
        // On the same machine the ratio to native would only add native's noise to the answer.
        Optional<Side> ones = machines == MachineMatch.SAME
                ? Optional.empty()
                : sides.stream().filter(side -> side.isOf(baseline)).findFirst();
        List<Optional<Normalised>> ratios = sides.stream()
                .map(side -> ones.filter(one -> !side.isOf(baseline)).map(one -> Normalised.of(metric, side, one)))
                .toList();
        List<Optional<JudgedRatio>> changes = judge(
                ratios.stream().map(ratio -> ratio.map(Normalised::change)).toList());
        List<ComparedCell> compared = new ArrayList<>(sides.size());
        for (int i = 0; i < sides.size(); i++) {
            Side side = sides.get(i);
            Optional<JudgedRatio> change = changes.get(i);
            compared.add(new ComparedCell(
                    side.pair.base.cell(),
                    metric,
                    side.base.median(),
                    side.other.median(),
                    absolute.get(i),
                    ratios.get(i)
                            .flatMap(ratio ->
                                    change.map(judged -> new NormalisedRatio(ratio.base, ratio.other, judged)))));
        }
        return compared;
    }

    /** Judges those that are present as one family, and leaves each in its place. */
    private static List<Optional<JudgedRatio>> judge(List<Optional<RatioEstimate>> estimates) {
        List<JudgedRatio> judged =
                JudgedRatio.family(estimates.stream().flatMap(Optional::stream).toList());
        List<Optional<JudgedRatio>> placed = new ArrayList<>(estimates.size());
        int next = 0;
        for (Optional<RatioEstimate> estimate : estimates) {
            placed.add(estimate.isPresent() ? Optional.of(judged.get(next++)) : Optional.empty());
        }
        return placed;
    }

    /** One cell's samples of one metric in both runs. */
    private record Side(CellPair pair, Samples base, Samples other) {
        boolean isOf(String target) {
            return pair.base.cell().target().equals(target);
        }

        RatioEstimate change(Metric metric) {
            return Contrast.across(metric, other, base).estimate();
        }
    }

    /** A cell's ratio to native in both runs. */
    private record Normalised(RatioEstimate base, RatioEstimate other, RatioEstimate change) {
        static Normalised of(Metric metric, Side cell, Side ones) {
            Contrast base = Contrast.within(metric, cell.base, ones.base);
            Contrast other = Contrast.within(metric, cell.other, ones.other);
            Contrast change = other.dividedBy(
                    base,
                    Contrast.ratios(metric, cell.other, ones.other),
                    Contrast.ratios(metric, cell.base, ones.base));
            return new Normalised(base.estimate(), other.estimate(), change.estimate());
        }
    }
}
