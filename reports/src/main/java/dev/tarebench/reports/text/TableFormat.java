package dev.tarebench.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The four ways in which a table is written. */
public enum TableFormat {
    MARKDOWN {
        @Override
        String rows(Table table) {
            StringBuilder out = new StringBuilder();
            if (!table.caption().isEmpty()) {
                out.append("**").append(escapeMarkdown(table.caption())).append("**\n\n");
            }
            out.append(row(table.columns().stream()
                    .map(column -> escapeMarkdown(column.heading()))
                    .toList()));
            out.append(row(table.columns().stream()
                    .map(column -> column.number() ? "---:" : "---")
                    .toList()));
            table.rows()
                    .forEach(fields -> out.append(
                            row(fields.stream().map(TableFormat::escapeMarkdown).toList())));
            return out.toString();
        }

        @Override
        String note(String text) {
            return "\n" + escapeMarkdown(text) + "\n";
        }

        private String row(List<String> fields) {
            return "| " + String.join(" | ", fields) + " |\n";
        }
    },

    CSV {
        /** A program counts on the headings, and reads no notes. */
        @Override
        public String render(Table table) {
            return rows(table);
        }

        @Override
        String rows(Table table) {
            List<List<String>> lines = new ArrayList<>();
            lines.add(table.columns().stream().map(Table.Column::heading).toList());
            lines.addAll(table.rows());
            return lines.stream()
                    .map(fields -> fields.stream().map(TableFormat::escapeCsv).collect(Collectors.joining(",")))
                    .collect(Collectors.joining("\r\n", "", "\r\n"));
        }

        @Override
        String note(String text) {
            return "";
        }
    },

    LATEX {
        @Override
        public String render(Table table) {
            return table.rows().isEmpty() ? super.render(table) : rows(table);
        }

        @Override
        String rows(Table table) {
            StringBuilder out = new StringBuilder("\\begin{table}\n\\centering\n");
            out.append("\\caption{").append(escapeLatex(table.caption())).append("}\n");
            out.append("\\begin{tabular}{");
            table.columns().forEach(column -> out.append(column.number() ? 'r' : 'l'));
            out.append("}\n\\hline\n");
            out.append(row(table.columns().stream().map(Table.Column::heading).toList()))
                    .append("\\hline\n");
            table.rows().forEach(fields -> out.append(row(fields)));
            out.append("\\hline\n\\end{tabular}\n");
            table.footnotes().forEach(text -> out.append(note(text)));
            return out.append("\\end{table}\n").toString();
        }

        @Override
        String note(String text) {
            return "\\par\\smallskip{\\footnotesize " + escapeLatex(text) + "\\par}\n";
        }

        private String row(List<String> fields) {
            return fields.stream().map(TableFormat::escapeLatex).collect(Collectors.joining(" & ", "", " \\\\\n"));
        }
    },

    CONSOLE {
        @Override
        String rows(Table table) {
            int[] widths = IntStream.range(0, table.columns().size())
                    .map(i -> width(table, i))
                    .toArray();
            StringBuilder out = new StringBuilder();
            if (!table.caption().isEmpty()) {
                out.append(table.caption()).append('\n');
            }
            out.append(row(
                    table,
                    widths,
                    table.columns().stream().map(Table.Column::heading).toList()));
            table.rows().forEach(fields -> out.append(row(table, widths, fields)));
            return out.toString();
        }

        @Override
        String note(String text) {
            return withoutControls(text) + "\n";
        }

        private int width(Table table, int column) {
            int heading = table.columns().get(column).heading().length();
            return table.rows().stream()
                    .mapToInt(row -> row.get(column).length())
                    .reduce(heading, Math::max);
        }

        private String row(Table table, int[] widths, List<String> fields) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String field = withoutControls(fields.get(i));
                String padding = " ".repeat(Math.max(0, widths[i] - field.length()));
                line.append(i == 0 ? "" : "  ");
                line.append(table.columns().get(i).number() ? padding + field : field + padding);
            }
            return line.toString().stripTrailing() + "\n";
        }
    };

    /** A table without rows leaves nothing but its notes. */
    public String render(Table table) {
        String notes = table.footnotes().stream().map(this::note).collect(Collectors.joining());
        return table.rows().isEmpty() ? notes.stripLeading() : rows(table) + notes;
    }

    abstract String rows(Table table);

    abstract String note(String text);

    /** Names come from files that anyone may have written: none may become markup. */
    public static String escapeMarkdown(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (char c : withoutControls(text).toCharArray()) {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '|', '*', '_', '`', '\\', '[', ']', '~' ->
                    escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String escapeCsv(String text) {
        // A leading sign would make a spreadsheet compute: such a text is quoted with a space before it.
        boolean formula = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 && !isNumber(text);
        String safe = formula ? " " + text : text;
        return safe.chars().anyMatch(c -> ",\"\r\n ".indexOf(c) >= 0) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> "+-.0123456789eE".indexOf(c) >= 0);
    }

    private static String escapeLatex(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (char c : withoutControls(text).toCharArray()) {
            switch (c) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '<' -> escaped.append("\\textless{}");
                case '>' -> escaped.append("\\textgreater{}");
                case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Line ends and escape sequences would break a row, or a terminal. */
    static String withoutControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x20 || text.charAt(i) == 0x7f) {
                return text.replaceAll("[\\x00-\\x1f\\x7f]+", " ");
            }
        }
        return text;
    }
}
