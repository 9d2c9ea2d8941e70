package dev.tarebench.reports.text;

import dev.tarebench.reports.comparison.SpeedUps;
import dev.tarebench.reports.comparison.Verdict;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes speed-up tables as the studies print them, with the interval and the verdict that they lack. */
public final class SpeedUpText {
    private static final String FOOTNOTE =
            "Speed-up: how many times the left is faster than the right, by medians; below 1 the right is faster. "
                    + "Verdict: paired by round, corrected by Holm within the table, 5 %.";

    private SpeedUpText() {}

    public static String render(List<SpeedUps> tables, TableFormat format) {
        if (format == TableFormat.CSV) {
            return format.render(oneTable(tables));
        }
        return tables.stream().map(table -> format.render(table(table))).collect(Collectors.joining("\n"));
    }

    /** A program reads one table, whichever pairs are in it. */
    private static Table oneTable(List<SpeedUps> tables) {
        List<List<String>> rows = new ArrayList<>();
        for (SpeedUps table : tables) {
            for (SpeedUps.SpeedUp speedUp : table.rows()) {
                List<String> row = new ArrayList<>(List.of(
                        table.suite(),
                        table.left(),
                        table.right(),
                        speedUp.metric().unit().shown()));
                row.addAll(row(table, speedUp));
                rows.add(row);
            }
        }
        List<Table.Column> columns = Stream.of(
                        "suite",
                        "left",
                        "right",
                        "unit",
                        "program",
                        "left median",
                        "right median",
                        "speed-up",
                        "interval",
                        "adjusted p",
                        "Mann-Whitney p",
                        "verdict")
                .map(Table.Column::text)
                .toList();
        return new Table("", columns, rows, List.of());
    }

    private static Table table(SpeedUps table) {
        Metric metric = table.rows().get(0).metric();
        String unit = metric.unit().shown().isEmpty() ? "" : " " + metric.unit().shown();
        return new Table(
                "%s: %s against %s, geometric mean %s"
                        .formatted(table.suite(), table.left(), table.right(), Figures.ratio(table.mean())),
                List.of(
                        Table.Column.text("program"),
                        Table.Column.number(table.left() + unit),
                        Table.Column.number(table.right() + unit),
                        Table.Column.number(metric.unit() == Unit.NANOSECONDS ? "speed-up" : "ratio"),
                        Table.Column.number("95 % interval"),
                        Table.Column.number("adjusted p"),
                        Table.Column.number("Mann-Whitney p"),
                        Table.Column.text("verdict")),
                table.rows().stream().map(row -> row(table, row)).toList(),
                List.of(FOOTNOTE));
    }

    private static List<String> row(SpeedUps table, SpeedUps.SpeedUp row) {
        return List.of(
                row.program().program(),
                Figures.shown(row.metric(), row.leftMedian()),
                Figures.shown(row.metric(), row.rightMedian()),
                Figures.ratio(row.judged().estimate().ratio()),
                Figures.interval(row.judged().estimate().interval()),
                Figures.probability(row.judged().adjustedP()),
                Figures.probability(row.mannWhitneyP()),
                verdict(table, row));
    }

    private static String verdict(SpeedUps table, SpeedUps.SpeedUp row) {
        Verdict verdict = row.judged().verdict();
        return switch (verdict) {
            case MORE -> table.left() + " better";
            case LESS -> table.right() + " better";
            case NO_DIFFERENCE_SHOWN, TOO_FEW_SAMPLES -> verdict.words(row.metric());
        };
    }
}
