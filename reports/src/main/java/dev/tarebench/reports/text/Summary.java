package dev.tarebench.reports.text;

import dev.tarebench.reports.WholeFile;
import dev.tarebench.reports.comparison.CellAnalysis;
import dev.tarebench.reports.comparison.FamilyAnalysis;
import dev.tarebench.reports.comparison.RunAnalysis;
import dev.tarebench.reports.comparison.SuiteMean;
import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.UnavailableCell;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers of a run that fit on a terminal and into a merge request. */
public final class Summary {
    private static final String HOW_TO_READ = """
            Ratios are medians divided by the baseline's of the same program, with a 95 % bootstrap interval; above 1 is \
            worse. "Faster", "slower", "less" and "more" are said only where the interval excludes 1 and the test, paired \
            by round and corrected by Holm within the program, is significant at 5 %. Spread is (max - min) / median.
            """;

    private Summary() {}

    /** Writes {@code summary.md} for one or several runs. */
    public static void write(List<RunAnalysis> runs, Path file) throws IOException {
        WholeFile.write(file, runs.stream().map(Summary::markdown).collect(Collectors.joining("\n")));
    }

    public static String markdown(RunAnalysis analysis) {
        Run run = analysis.run();
        StringBuilder out = new StringBuilder();
        out.append("# ").append(TableFormat.escapeMarkdown(run.name())).append("\n\n");
        RunFacts.of(run)
                .forEach((name, value) -> out.append("* ")
                        .append(name)
                        .append(": ")
                        .append(TableFormat.escapeMarkdown(value))
                        .append('\n'));
        run.warnings()
                .forEach(warning -> out.append("* **Warning:** ")
                        .append(TableFormat.escapeMarkdown(warning))
                        .append('\n'));
        out.append('\n').append(HOW_TO_READ);
        sections(analysis).forEach((section, families) -> {
            out.append("\n## ").append(TableFormat.escapeMarkdown(section)).append("\n\n");
            List<SuiteMean> means = analysis.means().stream()
                    .filter(mean -> section.equals(section(mean.suite(), mean.operation(), mean.size())))
                    .toList();
            if (!means.isEmpty()) {
                out.append(TableFormat.MARKDOWN.render(means(means, run.baseline())))
                        .append('\n');
            }
            out.append(TableFormat.MARKDOWN.render(CellTable.of("", cells(families))));
        });
        ContainerTables.of(run).forEach((heading, table) -> appendTable(out, heading, table));
        appendTable(out, "Failed", failures(run));
        appendTable(out, "Not reached", untouched(run));
        appendTable(out, "Unavailable", unavailable(run));
        return out.toString();
    }

    /** The same for a terminal: cells, failures and what is unavailable, without the machine. */
    public static String console(RunAnalysis analysis) {
        Run run = analysis.run();
        StringBuilder out = new StringBuilder();
        sections(analysis).forEach((section, families) -> {
            Table table = CellTable.of(section, cells(families));
            if (!table.rows().isEmpty()) {
                out.append(TableFormat.CONSOLE.render(table)).append('\n');
            }
        });
        ContainerTables.ofConsole(run)
                .forEach((heading, table) -> out.append(heading)
                        .append('\n')
                        .append(TableFormat.CONSOLE.render(table))
                        .append('\n'));
        for (Table table : List.of(failures(run), unavailable(run))) {
            if (!table.rows().isEmpty()) {
                out.append(TableFormat.CONSOLE.render(table)).append('\n');
            }
        }
        run.warnings()
                .forEach(warning -> out.append("warning: ").append(warning).append('\n'));
        return out.toString();
    }

    private static void appendTable(StringBuilder out, String heading, Table table) {
        if (!table.rows().isEmpty()) {
            out.append("\n## ").append(heading).append("\n\n").append(TableFormat.MARKDOWN.render(table));
        }
    }

    /** Sizes and density have tables of their own, which say more. */
    private static Map<String, List<FamilyAnalysis>> sections(RunAnalysis analysis) {
        return analysis.families().stream()
                .filter(family ->
                        !ContainerTables.OPERATIONS.contains(family.key().operation()))
                .collect(Collectors.groupingBy(
                        family -> section(
                                family.key().suite(),
                                family.key().operation(),
                                family.key().size()),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static String section(String suite, String operation, String size) {
        return Stream.of(
                        suite,
                        operation.equals("run") ? "" : operation,
                        size.equals(CellDescription.UNSPECIFIED) ? "" : size)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static List<CellAnalysis> cells(List<FamilyAnalysis> families) {
        return families.stream().flatMap(family -> family.cells().stream()).toList();
    }

    private static Table means(List<SuiteMean> means, String baseline) {
        return Table.of(
                "Geometric mean of the ratio to " + baseline,
                List.of(
                        Field.text("target", SuiteMean::target),
                        Field.number("ratio", mean -> Figures.ratio(mean.mean())),
                        Field.number("95 % interval", mean -> Figures.interval(Optional.of(mean.interval()))),
                        Field.count("programs", SuiteMean::programs)),
                means,
                List.of());
    }

    private static Table failures(Run run) {
        return Table.of(
                List.of(
                        Field.text("cell", cell -> cell.cell().id()),
                        Field.number("failed", Summary::failed),
                        Field.text("outcome", Summary::outcomes),
                        Field.text("reason", cell -> cell.failures().get(0).reason())),
                run.cells().stream()
                        .filter(cell -> !cell.failures().isEmpty())
                        .sorted((a, b) -> a.key().compareTo(b.key()))
                        .toList());
    }

    private static String failed(CellResult cell) {
        int failures = cell.failures().size();
        return failures + " of " + (failures + cell.count());
    }

    private static String outcomes(CellResult cell) {
        return cell.failures().stream()
                .map(failure -> failure.outcome())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Table untouched(Run run) {
        return Table.of(List.of(Field.text("cell", CellDescription::id)), run.untouched());
    }

    private static Table unavailable(Run run) {
        return Table.of(
                List.of(
                        Field.text("cell", UnavailableCell::id),
                        Field.text("reason", UnavailableCell::reason),
                        Field.text("remedy", UnavailableCell::remedy)),
                run.unavailable());
    }
}
