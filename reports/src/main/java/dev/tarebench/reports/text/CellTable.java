package dev.tarebench.reports.text;

import dev.tarebench.reports.comparison.CellAnalysis;
import dev.tarebench.reports.comparison.JudgedRatio;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.statistics.Interval;
import dev.tarebench.reports.statistics.MedianInterval;
import dev.tarebench.reports.statistics.SampleSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        return new Table(
                        caption,
                        List.of(
                                Table.Column.text("cell"),
                                Table.Column.number("n"),
                                Table.Column.number("median" + unit),
                                Table.Column.number("min"),
                                Table.Column.number("max"),
                                Table.Column.number("spread"),
                                Table.Column.number("peak MiB"),
                                Table.Column.number("cgroup MiB"),
                                Table.Column.number("ratio"),
                                Table.Column.number("95 % interval"),
                                Table.Column.text("verdict")),
                        measured.stream().map(CellTable::row).toList(),
                        footnotes(measured))
                .withoutEmptyColumns();
    }

    private static List<String> row(CellAnalysis cell) {
        Metric metric = cell.primary().orElseThrow();
        SampleSummary summary = cell.summary().orElseThrow();
        Optional<Interval> interval =
                cell.ratio().flatMap(ratio -> ratio.estimate().interval());
        return List.of(
                cell.cell().cell().id(),
                Integer.toString(summary.count()),
                Figures.shown(metric, summary.median()),
                Figures.shown(metric, summary.min()),
                Figures.shown(metric, summary.max()),
                Figures.percent(summary.spread()),
                peak(cell),
                median(cell.cell(), Metrics.CGROUP_PEAK),
                cell.ratio()
                        .map(ratio -> Figures.ratio(ratio.estimate().ratio()))
                        .orElse(""),
                Figures.interval(interval),
                verdict(cell, metric, summary));
    }

    /** Of one process; a cgroup's peak is another instrument, and has a column of its own. */
    private static String peak(CellAnalysis cell) {
        String resident = median(cell.cell(), Metrics.MAX_RSS);
        return cell.cell().sampled() && !resident.isEmpty() ? ">= " + resident : resident;
    }

    /** The median of what was measured, nothing for what was not. */
    static String median(CellResult cell, Metric metric) {
        return cell.of(metric)
                .map(samples -> Figures.shown(metric, samples.median()))
                .orElse("");
    }

    private static String verdict(CellAnalysis cell, Metric metric, SampleSummary summary) {
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
