package dev.tarebench.reports.text;

import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.results.CellResult;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a table together with what stands in it, so that a heading and its figures cannot part.
 *
 * @param <T> what a row is made from
 */
record Field<T>(Table.Column column, Function<? super T, String> text) {

    static <T> Field<T> text(String heading, Function<? super T, String> text) {
        return new Field<>(Table.Column.text(heading), text);
    }

    static <T> Field<T> number(String heading, Function<? super T, String> text) {
        return new Field<>(Table.Column.number(heading), text);
    }

    static <T> Field<T> count(String heading, Function<? super T, ? extends Number> count) {
        return number(heading, row -> count.apply(row).toString());
    }

    /** A metric's median, headed by its unit; nothing where the row has no such cell, or the cell no such figure. */
    static <T> Field<T> median(String heading, Metric metric, Function<? super T, Optional<CellResult>> cell) {
        return number(
                inUnit(heading, metric),
                row -> cell.apply(row).map(found -> median(found, metric)).orElse(""));
    }

    /** The median of what was measured, nothing for what was not. */
    static String median(CellResult cell, Metric metric) {
        return cell.of(metric)
                .map(samples -> Figures.shown(metric, samples.median()))
                .orElse("");
    }

    static String inUnit(String heading, Metric metric) {
        String unit = metric.unit().shown();
        return unit.isEmpty() ? heading : heading + " " + unit;
    }
}
