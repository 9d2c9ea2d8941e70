package dev.tarebench.reports.text;

import dev.tarebench.reports.comparison.ComparedCell;
import dev.tarebench.reports.comparison.Comparison;
import dev.tarebench.reports.comparison.Difference;
import dev.tarebench.reports.comparison.JudgedRatio;
import dev.tarebench.reports.comparison.MachineMatch;
import dev.tarebench.reports.comparison.NormalisedRatio;
import dev.tarebench.reports.comparison.RatioEstimate;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.results.CellKey;
import dev.tarebench.reports.results.CellResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a comparison: first what else differs, then the figures, then what only one side has. */
public final class ComparisonText {
    /** More modules than these differ only when the compiler does, and that is said by the tools above. */
    private static final int MODULES_SHOWN = 20;

    private static final String HOW_TO_READ =
            "Change: how many times as bad the second median is as the first, with a 95 % bootstrap interval; above 1 is "
                    + "worse. A difference is said only where the interval excludes 1 and the Mann-Whitney test, corrected by "
                    + "Holm within the program, is significant at 5 %.";

    private static final String HOW_TO_READ_NORMALISED =
            "To the baseline: a cell's median divided by that of the baseline in its own run. Change of that: the "
                    + "second of these divided by the first, with a 95 % bootstrap interval; above 1 is worse. A difference is "
                    + "said only where the interval excludes 1 and the Mann-Whitney test of the rounds' ratios, corrected by "
                    + "Holm within the program, is significant at 5 %.";

    private final Comparison comparison;
    private final String base;
    private final String other;

    private ComparisonText(Comparison comparison) {
        this.comparison = comparison;
        String left = comparison.base().name();
        String right = comparison.other().name();
        // A copy of a run bears the same name: two columns of one heading could not be told apart.
        boolean alike = left.equals(right);
        this.base = alike ? left + ", base" : left;
        this.other = alike ? right + ", run" : right;
    }

    /** Each comparison after the other; for a program all in one table. */
    public static String render(List<Comparison> comparisons, TableFormat format) {
        return format == TableFormat.CSV
                ? ComparisonRows.render(comparisons)
                : comparisons.stream()
                        .map(comparison -> new ComparisonText(comparison).render(format))
                        .collect(Collectors.joining("\n"));
    }

    private String render(TableFormat format) {
        List<Table> tables = new ArrayList<>();
        tables.add(differences());
        comparison.cells().stream()
                .collect(Collectors.groupingBy(cell -> cell.metric().id(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(cells -> tables.add(cells(cells)));
        tables.add(new Table("", List.of(), List.of(), howToRead()));
        tables.add(ids("Only in " + base, comparison.onlyInBase()));
        tables.add(ids("Only in " + other, comparison.onlyInOther()));
        tables.add(Table.of(
                "Left out: emulated, on machines that differ",
                List.of(Field.text("cell", CellKey::id)),
                comparison.emulated(),
                List.of()));
        return tables.stream()
                .map(format::render)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private Table differences() {
        List<Difference> modules = comparison.differences().stream()
                .filter(difference -> difference.kind().equals("module"))
                .toList();
        Set<Difference> untold = modules.stream().skip(MODULES_SHOWN).collect(Collectors.toSet());
        List<Difference> shown = comparison.differences().stream()
                .filter(difference -> !untold.contains(difference))
                .toList();
        List<String> notes = new ArrayList<>();
        if (!untold.isEmpty()) {
            notes.add("and %d more modules".formatted(untold.size()));
        }
        if (comparison.machines() == MachineMatch.UNKNOWN) {
            notes.add(
                    "At least one result does not identify its machine: absolute figures are taken to be of the same one.");
        }
        if (comparison.machines() == MachineMatch.DIFFERENT) {
            notes.add("The machines differ: each cell is set against its own machine's %s."
                    .formatted(comparison.base().baseline()));
        }
        return Table.of(
                "Differences between %s and %s".formatted(base, other),
                List.of(
                        Field.text("kind", Difference::kind),
                        Field.text("subject", Difference::subject),
                        Field.text(base, Difference::base),
                        Field.text(other, Difference::other)),
                shown,
                notes);
    }

    private Table cells(List<ComparedCell> cells) {
        Metric metric = cells.get(0).metric();
        List<Field<ComparedCell>> fields = new ArrayList<>(List.of(
                Field.text("cell", cell -> cell.cell().id()),
                Field.number(Field.inUnit(base, metric), cell -> Figures.shown(metric, cell.baseMedian())),
                Field.number(Field.inUnit(other, metric), cell -> Figures.shown(metric, cell.otherMedian()))));
        if (hasAbsolute()) {
            fields.add(ratio("change", cell -> cell.absolute().map(JudgedRatio::estimate)));
            fields.add(interval("95 % interval", cell -> cell.absolute().map(JudgedRatio::estimate)));
        }
        if (hasNormalised(cells)) {
            String to = "to %s, ".formatted(comparison.base().baseline());
            fields.add(ratio(to + base, cell -> cell.normalised().map(NormalisedRatio::base)));
            fields.add(ratio(to + other, cell -> cell.normalised().map(NormalisedRatio::other)));
            fields.add(ratio("change of that", cell -> changeOfRatio(cell)));
            fields.add(interval("its 95 % interval", cell -> changeOfRatio(cell)));
        }
        fields.add(Field.number(
                "adjusted p",
                cell -> cell.deciding()
                        .map(judged -> Figures.probability(judged.adjustedP()))
                        .orElse("")));
        fields.add(Field.text("verdict", ComparisonText::verdict));
        return Table.of(metric.title(), fields, cells, List.of());
    }

    private boolean hasAbsolute() {
        return comparison.machines() != MachineMatch.DIFFERENT;
    }

    private static boolean hasNormalised(List<ComparedCell> cells) {
        return cells.stream().anyMatch(cell -> cell.normalised().isPresent());
    }

    private List<String> howToRead() {
        List<String> notes = new ArrayList<>();
        if (hasAbsolute()) {
            notes.add(HOW_TO_READ);
        }
        if (hasNormalised(comparison.cells())) {
            notes.add(HOW_TO_READ_NORMALISED);
        }
        return notes;
    }

    static Optional<RatioEstimate> changeOfRatio(ComparedCell cell) {
        return cell.normalised().map(normal -> normal.change().estimate());
    }

    static String verdict(ComparedCell cell) {
        return cell.deciding()
                .map(judged -> judged.verdict().words(cell.metric()))
                .orElse("baseline");
    }

    private static Field<ComparedCell> ratio(String heading, Function<ComparedCell, Optional<RatioEstimate>> estimate) {
        return Field.number(
                heading,
                cell -> estimate.apply(cell)
                        .map(RatioEstimate::ratio)
                        .map(Figures::ratio)
                        .orElse(""));
    }

    private static Field<ComparedCell> interval(
            String heading, Function<ComparedCell, Optional<RatioEstimate>> estimate) {
        return Field.number(
                heading, cell -> Figures.interval(estimate.apply(cell).flatMap(RatioEstimate::interval)));
    }

    private static Table ids(String caption, List<CellResult> cells) {
        return Table.of(caption, List.of(Field.text("cell", cell -> cell.cell().id())), cells, List.of());
    }
}
