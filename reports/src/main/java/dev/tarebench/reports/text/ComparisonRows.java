package dev.tarebench.reports.text;

import dev.tarebench.reports.comparison.ComparedCell;
import dev.tarebench.reports.comparison.Comparison;
import dev.tarebench.reports.comparison.JudgedRatio;
import dev.tarebench.reports.comparison.NormalisedRatio;
import dev.tarebench.reports.comparison.RatioEstimate;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Comparisons for a program: one table whatever is compared, every field one figure, and a row also for what one side
 * lacks.
 */
final class ComparisonRows {
    private static final List<Field<Row>> FIELDS = fields();

    private ComparisonRows() {}

    /** A cell that both sides have, or that only one has. */
    private record Row(Comparison comparison, Optional<ComparedCell> both, String cell, String verdict) {
        static Stream<Row> of(Comparison comparison) {
            return Stream.of(
                            comparison.cells().stream().map(cell -> both(comparison, cell)),
                            comparison.onlyInBase().stream().map(cell -> one(comparison, cell, "only in the base")),
                            comparison.onlyInOther().stream().map(cell -> one(comparison, cell, "only in the run")),
                            comparison.emulated().stream()
                                    .map(cell -> new Row(comparison, Optional.empty(), cell.id(), "emulated")))
                    .flatMap(rows -> rows);
        }

        private static Row both(Comparison comparison, ComparedCell cell) {
            return new Row(comparison, Optional.of(cell), cell.cell().id(), ComparisonText.verdict(cell));
        }

        private static Row one(Comparison comparison, CellResult cell, String where) {
            return new Row(comparison, Optional.empty(), cell.cell().id(), where);
        }
    }

    static String render(List<Comparison> comparisons) {
        return TableFormat.CSV.render(
                Table.of("", FIELDS, comparisons.stream().flatMap(Row::of).collect(Collectors.toList()), List.of()));
    }

    private static List<Field<Row>> fields() {
        List<Field<Row>> fields = new ArrayList<>(List.of(
                Field.text("base", row -> row.comparison.base().name()),
                Field.text("run", row -> row.comparison.other().name()),
                both("metric", cell -> cell.metric().id()),
                both("unit", cell -> cell.metric().unit().shown()),
                Field.text("cell", Row::cell),
                both("size", cell -> cell.cell().size()),
                both("platform", cell -> cell.cell().platform()),
                both("base median", cell -> Figures.shown(cell.metric(), cell.baseMedian())),
                both("run median", cell -> Figures.shown(cell.metric(), cell.otherMedian()))));
        fields.addAll(estimate("change", cell -> cell.absolute().map(JudgedRatio::estimate)));
        fields.add(ratio("base to baseline", cell -> cell.normalised().map(NormalisedRatio::base)));
        fields.add(ratio("run to baseline", cell -> cell.normalised().map(NormalisedRatio::other)));
        fields.addAll(estimate("normalised change", ComparisonText::changeOfRatio));
        fields.add(both(
                "adjusted p",
                cell -> cell.deciding()
                        .map(judged -> Figures.significant(judged.adjustedP()))
                        .orElse("")));
        fields.add(Field.text("verdict", Row::verdict));
        return List.copyOf(fields);
    }

    private static List<Field<Row>> estimate(String heading, Function<ComparedCell, Optional<RatioEstimate>> estimate) {
        return List.of(
                ratio(heading, estimate),
                end(heading + " low", estimate, Interval::low),
                end(heading + " high", estimate, Interval::high));
    }

    private static Field<Row> ratio(String heading, Function<ComparedCell, Optional<RatioEstimate>> estimate) {
        return both(
                heading,
                cell -> estimate.apply(cell)
                        .map(RatioEstimate::ratio)
                        .map(Figures::significant)
                        .orElse(""));
    }

    private static Field<Row> end(
            String heading, Function<ComparedCell, Optional<RatioEstimate>> estimate, Function<Interval, Double> end) {
        return both(
                heading,
                cell -> estimate.apply(cell)
                        .flatMap(RatioEstimate::interval)
                        .map(end)
                        .map(Figures::significant)
                        .orElse(""));
    }

    private static Field<Row> both(String heading, Function<ComparedCell, String> text) {
        return Field.text(heading, row -> row.both.map(text).orElse(""));
    }
}
