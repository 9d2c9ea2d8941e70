package dev.tarebench.reports.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table before it is known what it will be written as.
 *
 * @param caption what it shows
 * @param rows as many fields in each as there are columns
 * @param footnotes what a reader must know to read it
 */
public record Table(String caption, List<Column> columns, List<List<String>> rows, List<String> footnotes) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        footnotes = List.copyOf(footnotes);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of %d fields in a table of %d columns".formatted(row.size(), columns.size()));
            }
        }
    }

    /** A table whose columns say how to fill themselves. */
    static <T> Table of(String caption, List<Field<T>> fields, List<T> rows, List<String> footnotes) {
        return new Table(
                caption,
                fields.stream().map(Field::column).toList(),
                rows.stream()
                        .map(row -> fields.stream()
                                .map(field -> field.text().apply(row))
                                .toList())
                        .toList(),
                footnotes);
    }

    /** The same without a caption and without columns that stay empty. */
    static <T> Table of(List<Field<T>> fields, List<T> rows, String... footnotes) {
        return of("", fields, rows, List.of(footnotes)).withoutEmptyColumns();
    }

    /** The same without columns in which no row has anything: not every run measures everything. */
    Table withoutEmptyColumns() {
        int[] kept = IntStream.range(0, columns.size())
                .filter(k -> rows.isEmpty()
                        || rows.stream().anyMatch(row -> !row.get(k).isEmpty()))
                .toArray();
        return new Table(
                caption,
                Arrays.stream(kept).mapToObj(columns::get).toList(),
                rows.stream()
                        .map(row -> Arrays.stream(kept).mapToObj(row::get).toList())
                        .toList(),
                footnotes);
    }

    /** A column's heading, and whether its fields are numbers, which stand to the right. */
    public record Column(String heading, boolean number) {
        public static Column text(String heading) {
            return new Column(heading, false);
        }

        public static Column number(String heading) {
            return new Column(heading, true);
        }
    }
}
