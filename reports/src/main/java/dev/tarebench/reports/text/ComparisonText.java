package dev.tarebench.reports.text;

import dev.tarebench.reports.comparison.ComparedCell;
import dev.tarebench.reports.comparison.Comparison;
import dev.tarebench.reports.comparison.Difference;
import dev.tarebench.reports.comparison.JudgedRatio;
import dev.tarebench.reports.comparison.MachineMatch;
import dev.tarebench.reports.comparison.RatioEstimate;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.results.CellKey;
import dev.tarebench.reports.results.CellResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a comparison: first what else differs, then the figures, then what only one side has. */
public final class ComparisonText {
    /** More modules than these differ only when the compiler does, and that is said by the tools above. */
    private static final int MODULES_SHOWN = 20;

    private ComparisonText() {}

    public static String render(Comparison comparison, TableFormat format) {
        if (format == TableFormat.CSV) {
            return format.render(oneTable(comparison));
        }
        List<String> parts = new ArrayList<>();
        Table differences = differences(comparison);
        if (!differences.rows().isEmpty() || !differences.footnotes().isEmpty()) {
            parts.add(format.render(differences));
        }
        Map<String, List<ComparedCell>> byMetric = comparison.cells().stream()
                .collect(Collectors.groupingBy(cell -> cell.metric().id(), LinkedHashMap::new, Collectors.toList()));
        byMetric.values().forEach(cells -> parts.add(format.render(cells(comparison, cells))));
        addMissing(parts, format, "Only in " + comparison.base().name(), comparison.onlyInBase());
        addMissing(parts, format, "Only in " + comparison.other().name(), comparison.onlyInOther());
        if (!comparison.emulated().isEmpty()) {
            parts.add(format.render(ids(
                    "Left out: emulated, on machines that differ",
                    comparison.emulated().stream().map(CellKey::id).toList())));
        }
        return String.join("\n", parts);
    }

    private static Table differences(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        int modules = 0;
        for (Difference difference : comparison.differences()) {
            modules += difference.kind().equals("module") ? 1 : 0;
            if (!difference.kind().equals("module") || modules <= MODULES_SHOWN) {
                rows.add(List.of(difference.kind(), difference.subject(), difference.base(), difference.other()));
            }
        }
        List<String> notes = new ArrayList<>();
        if (modules > MODULES_SHOWN) {
            notes.add("and %d more modules".formatted(modules - MODULES_SHOWN));
        }
        if (comparison.machines() == MachineMatch.UNKNOWN) {
            notes.add(
                    "At least one result does not identify its machine: absolute figures are taken to be of the same one.");
        }
        if (comparison.machines() == MachineMatch.DIFFERENT) {
            notes.add("The machines differ: each cell is set against the native program of its own machine.");
        }
        return new Table(
                "Differences between %s and %s"
                        .formatted(comparison.base().name(), comparison.other().name()),
                List.of(
                        Table.Column.text("kind"),
                        Table.Column.text("subject"),
                        Table.Column.text(comparison.base().name()),
                        Table.Column.text(comparison.other().name())),
                rows,
                notes);
    }

    private static Table cells(Comparison comparison, List<ComparedCell> cells) {
        Metric metric = cells.get(0).metric();
        boolean absolute = comparison.machines() != MachineMatch.DIFFERENT;
        boolean normalised = cells.stream().anyMatch(cell -> cell.normalised().isPresent());
        String unit = metric.unit().shown();
        String shown = unit.isEmpty() ? "" : " " + unit;
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text("cell"));
        columns.add(Table.Column.number(comparison.base().name() + shown));
        columns.add(Table.Column.number(comparison.other().name() + shown));
        if (absolute) {
            columns.add(Table.Column.number("change"));
            columns.add(Table.Column.number("95 % interval"));
        }
        if (normalised) {
            columns.add(Table.Column.number("to native, " + comparison.base().name()));
            columns.add(Table.Column.number("to native, " + comparison.other().name()));
            columns.add(Table.Column.number("change of that"));
            columns.add(Table.Column.number("its 95 % interval"));
        }
        columns.add(Table.Column.number("adjusted p"));
        columns.add(Table.Column.text("verdict"));
        return new Table(
                metric.title(),
                columns,
                cells.stream().map(cell -> row(cell, absolute, normalised)).toList(),
                List.of());
    }

    /** A program reads one table: every metric and every cell in it, also those that one side lacks. */
    private static Table oneTable(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        for (ComparedCell cell : comparison.cells()) {
            List<String> row = new ArrayList<>();
            row.add(cell.metric().id());
            row.add(cell.metric().unit().shown());
            row.addAll(row(cell, true, true));
            rows.add(row);
        }
        comparison
                .onlyInBase()
                .forEach(cell -> rows.add(onlyIn(cell, comparison.base().name())));
        comparison
                .onlyInOther()
                .forEach(cell -> rows.add(onlyIn(cell, comparison.other().name())));
        List<Table.Column> columns = Stream.of(
                        "metric",
                        "unit",
                        "cell",
                        comparison.base().name(),
                        comparison.other().name(),
                        "change",
                        "change interval",
                        "to native, " + comparison.base().name(),
                        "to native, " + comparison.other().name(),
                        "normalised change",
                        "normalised interval",
                        "adjusted p",
                        "verdict")
                .map(Table.Column::text)
                .toList();
        return new Table("", columns, rows, List.of());
    }

    private static List<String> onlyIn(CellResult cell, String run) {
        List<String> row = new ArrayList<>(Collections.nCopies(13, ""));
        row.set(2, cell.cell().id());
        row.set(12, "only in " + run);
        return row;
    }

    private static List<String> row(ComparedCell cell, boolean absolute, boolean normalised) {
        List<String> row = new ArrayList<>();
        row.add(cell.cell().id());
        row.add(Figures.shown(cell.metric(), cell.baseMedian()));
        row.add(Figures.shown(cell.metric(), cell.otherMedian()));
        if (absolute) {
            row.add(ratio(cell.absolute().map(JudgedRatio::estimate)));
            row.add(Figures.interval(
                    cell.absolute().flatMap(judged -> judged.estimate().interval())));
        }
        if (normalised) {
            row.add(ratio(cell.normalised().map(normal -> normal.base())));
            row.add(ratio(cell.normalised().map(normal -> normal.other())));
            Optional<RatioEstimate> change =
                    cell.normalised().map(normal -> normal.change().estimate());
            row.add(ratio(change));
            row.add(Figures.interval(change.flatMap(RatioEstimate::interval)));
        }
        row.add(cell.deciding()
                .map(judged -> Figures.probability(judged.adjustedP()))
                .orElse(""));
        row.add(cell.deciding()
                .map(judged -> judged.verdict().words(cell.metric()))
                .orElse("baseline"));
        return row;
    }

    private static String ratio(Optional<RatioEstimate> estimate) {
        return estimate.map(RatioEstimate::ratio).map(Figures::ratio).orElse("");
    }

    private static void addMissing(List<String> parts, TableFormat format, String caption, List<CellResult> cells) {
        if (!cells.isEmpty()) {
            parts.add(format.render(
                    ids(caption, cells.stream().map(cell -> cell.cell().id()).toList())));
        }
    }

    private static Table ids(String caption, List<String> ids) {
        return new Table(
                caption,
                List.of(Table.Column.text("cell")),
                ids.stream().map(List::of).toList(),
                List.of());
    }
}
