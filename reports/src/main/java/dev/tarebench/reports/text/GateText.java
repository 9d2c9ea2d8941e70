package dev.tarebench.reports.text;

import dev.tarebench.reports.comparison.Gate;
import dev.tarebench.reports.comparison.GateFinding;
import dev.tarebench.reports.comparison.GateFinding.Ruling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes what a gate found: what failed and by how much, what could not be decided, and how many passed. */
public final class GateText {
    private GateText() {}

    public static String render(Gate gate) {
        StringBuilder out = new StringBuilder();
        switch (gate.comparison().machines()) {
            case SAME -> {}
            case UNKNOWN ->
                out.append(
                        "note: a result does not identify its machine; absolute figures are judged as of the same one\n");
            case DIFFERENT ->
                out.append("note: the machines differ; ratios to %s of the same machine are judged\n"
                        .formatted(gate.comparison().base().baseline()));
        }
        gate.with(Ruling.FAILED).forEach(finding -> append(out, "FAILED", List.of(finding)));
        // What many figures have in common, too few rounds or no sample, is said once.
        gate.with(Ruling.INCONCLUSIVE).stream()
                .collect(Collectors.groupingBy(GateFinding::reason, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(alike -> append(out, "INCONCLUSIVE", alike));
        return out.append(String.format(
                        Locale.ROOT,
                        "gate: at most %s more time and %s more memory: %d failed, %d inconclusive, %d passed\n",
                        Figures.bound(gate.bounds().slowdown()),
                        Figures.bound(gate.bounds().memoryGrowth()),
                        gate.with(Ruling.FAILED).size(),
                        gate.with(Ruling.INCONCLUSIVE).size(),
                        gate.with(Ruling.PASSED).size()))
                .toString();
    }

    private static void append(StringBuilder out, String heading, List<GateFinding> alike) {
        GateFinding first = alike.get(0);
        out.append(heading)
                .append(' ')
                .append(TableFormat.withoutControls(first.cell().id()))
                .append(", ")
                .append(first.metric().title().toLowerCase(Locale.ROOT))
                .append(alike.size() == 1 ? "" : " and %d more".formatted(alike.size() - 1))
                .append(": ")
                .append(first.reason())
                .append('\n');
    }
}
