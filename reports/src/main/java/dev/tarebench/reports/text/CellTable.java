package dev.tarebench.reports.text;

import dev.tarebench.reports.comparison.CellAnalysis;
import dev.tarebench.reports.comparison.JudgedRatio;
import dev.tarebench.reports.comparison.RatioEstimate;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.reports.statistics.MedianInterval;
import dev.tarebench.reports.statistics.SampleSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** One line per cell: what was measured, how sure it is, and how it stands against the baseline. */
final class CellTable {
    private CellTable() {}

    static Table of(String caption, List<CellAnalysis> cells) {
        List<CellAnalysis> measured =
                cells.stream().filter(cell -> cell.summary().isPresent()).toList();
        String unit = measured.stream()
                .flatMap(cell -> cell.primary().stream())
                .findFirst()
                .map(metric -> metric.unit().shown())
                .filter(shown -> !shown.isEmpty())
                .map(shown -> " " + shown)
                .orElse("");
        return Table.of(
                        caption,
                        List.of(
                                Field.text("cell", cell -> cell.cell().cell().id()),
                                Field.count("n", cell -> summary(cell).count()),
                                figure("median" + unit, SampleSummary::median),
                                figure("min", SampleSummary::min),
                                figure("max", SampleSummary::max),
                                Field.number(
                                        "spread",
                                        cell -> Figures.percent(summary(cell).spread())),
                                Field.number("peak MiB", CellTable::peak),
                                Field.<CellAnalysis>median(
                                        "cgroup", Metrics.CGROUP_PEAK, cell -> Optional.of(cell.cell())),
                                ratio("ratio", estimate -> Figures.ratio(estimate.ratio())),
                                ratio("95 % interval", estimate -> Figures.interval(estimate.interval())),
                                Field.text("verdict", CellTable::verdict)),
                        measured,
                        footnotes(measured))
                .withoutEmptyColumns();
    }

    private static SampleSummary summary(CellAnalysis cell) {
        return cell.summary().orElseThrow();
    }

    private static Field<CellAnalysis> figure(String heading, ToDoubleFunction<SampleSummary> figure) {
        return Field.number(
                heading, cell -> Figures.shown(cell.primary().orElseThrow(), figure.applyAsDouble(summary(cell))));
    }

    private static Field<CellAnalysis> ratio(String heading, Function<RatioEstimate, String> text) {
        return Field.number(
                heading,
                cell -> cell.ratio().map(JudgedRatio::estimate).map(text).orElse(""));
    }

    /** Of one process; a cgroup's peak is another instrument, and has a column of its own. */
    private static String peak(CellAnalysis cell) {
        String resident = Field.median(cell.cell(), Metrics.MAX_RSS);
        return cell.cell().sampled() && !resident.isEmpty() ? ">= " + resident : resident;
    }

    private static String verdict(CellAnalysis cell) {
        Metric metric = cell.primary().orElseThrow();
        SampleSummary summary = summary(cell);
        List<String> words = new ArrayList<>();
        cell.ratio().map(JudgedRatio::verdict).ifPresent(verdict -> words.add(verdict.words(metric)));
        if (cell.ratio().isEmpty() && summary.count() < MedianInterval.FEWEST_SAMPLES) {
            words.add("too few samples");
        }
        if (summary.multimodal()) {
            words.add("several modes");
        }
        if (summary.outliers() > 0) {
            words.add(summary.outliers() + (summary.outliers() == 1 ? " outlier" : " outliers"));
        }
        if (!cell.cell().failures().isEmpty()) {
            words.add(cell.cell().failures().size() + " failed");
        }
        return String.join(", ", words);
    }

    private static List<String> footnotes(List<CellAnalysis> cells) {
        List<String> notes = new ArrayList<>();
        if (cells.stream().anyMatch(cell -> cell.cell().sampled())) {
            notes.add("Memory marked >= was sampled from outside: a lower bound.");
        }
        cells.stream()
                .flatMap(cell -> cell.cell().notes().stream())
                .distinct()
                .sorted()
                .limit(20)
                .forEach(notes::add);
        return notes;
    }
}
