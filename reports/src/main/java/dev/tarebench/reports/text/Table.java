package dev.tarebench.reports.text;

import java.util.List;

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
