package dev.tarebench.reports.text;

import dev.tarebench.reports.comparison.RatioEstimate;
import dev.tarebench.reports.comparison.SpeedUps;
import dev.tarebench.reports.comparison.Verdict;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Unit;
import dev.tarebench.reports.statistics.Interval;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes speed-up tables as the studies print them, with the interval and the verdict that they lack. */
public final class SpeedUpText {
    private static final String FOOTNOTE =
            "Speed-up: how many times the left is faster than the right, by medians; below 1 the right is faster. "
                    + "Verdict: paired by round, corrected by Holm within the table, 5 %.";

    private static final List<Field<Row>> FIELDS = List.of(
            Field.text("run", row -> row.table.run()),
            Field.text("suite", row -> row.table.suite()),
            Field.text("left", row -> row.table.left()),
            Field.text("right", row -> row.table.right()),
            Field.text("unit", row -> row.speedUp.metric().unit().shown()),
            Field.text("program", Row::program),
            Field.text("size", row -> row.speedUp.program().size()),
            Field.text("left median", Row::left),
            Field.text("right median", Row::right),
            Field.text("speed-up", row -> Figures.significant(row.estimate().ratio())),
            Field.text("speed-up low", row -> row.end(Interval::low)),
            Field.text("speed-up high", row -> row.end(Interval::high)),
            Field.text(
                    "adjusted p",
                    row -> Figures.significant(row.speedUp.judged().adjustedP())),
            Field.text("Mann-Whitney p", row -> Figures.significant(row.speedUp.mannWhitneyP())),
            Field.text("verdict", Row::verdict));

    private SpeedUpText() {}

    /** Each table after the other; for a program all in one, whichever pairs are in it. */
    public static String render(List<SpeedUps> tables, TableFormat format) {
        if (format == TableFormat.CSV) {
            return format.render(
                    Table.of("", FIELDS, tables.stream().flatMap(Row::of).toList(), List.of()));
        }
        boolean severalRuns = tables.stream().map(SpeedUps::run).distinct().count() > 1;
        return tables.stream()
                .map(table -> format.render(table(table, severalRuns)))
                .collect(Collectors.joining("\n"));
    }

    private static Table table(SpeedUps table, boolean severalRuns) {
        Metric metric = table.rows().get(0).metric();
        return Table.of(
                "%s%s: %s against %s, geometric mean %s"
                        .formatted(
                                severalRuns ? table.run() + ", " : "",
                                table.suite(),
                                table.left(),
                                table.right(),
                                Figures.ratio(table.mean())),
                List.of(
                        Field.text("program", Row::program),
                        Field.number(Field.inUnit(table.left(), metric), Row::left),
                        Field.number(Field.inUnit(table.right(), metric), Row::right),
                        Field.number(
                                metric.unit() == Unit.NANOSECONDS ? "speed-up" : "ratio",
                                row -> Figures.ratio(row.estimate().ratio())),
                        Field.number(
                                "95 % interval",
                                row -> Figures.interval(row.estimate().interval())),
                        Field.number(
                                "adjusted p",
                                row -> Figures.probability(row.speedUp.judged().adjustedP())),
                        Field.number("Mann-Whitney p", row -> Figures.probability(row.speedUp.mannWhitneyP())),
                        Field.text("verdict", Row::verdict)),
                Row.of(table).toList(),
                List.of(FOOTNOTE));
    }

    /** One program of a table. */
    private record Row(SpeedUps table, SpeedUps.SpeedUp speedUp) {
        static Stream<Row> of(SpeedUps table) {
            return table.rows().stream().map(speedUp -> new Row(table, speedUp));
        }

        String program() {
            return speedUp.program().program();
        }

        String left() {
            return Figures.shown(speedUp.metric(), speedUp.leftMedian());
        }

        String right() {
            return Figures.shown(speedUp.metric(), speedUp.rightMedian());
        }

        RatioEstimate estimate() {
            return speedUp.judged().estimate();
        }

        String end(Function<Interval, Double> end) {
            return estimate().interval().map(end).map(Figures::significant).orElse("");
        }

        String verdict() {
            Verdict verdict = speedUp.judged().verdict();
            return switch (verdict) {
                case MORE -> table.left() + " better";
                case LESS -> table.right() + " better";
                case NO_DIFFERENCE_SHOWN, TOO_FEW_SAMPLES -> verdict.words(speedUp.metric());
            };
        }
    }
}
