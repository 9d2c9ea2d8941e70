package dev.tarebench.reports.text;

import dev.tarebench.reports.comparison.Gate;
import dev.tarebench.reports.comparison.GateFinding;
import dev.tarebench.reports.comparison.GateFinding.Ruling;
import java.util.List;
import java.util.Locale;

/** Writes what a gate found: what failed and by how much, what could not be decided, and how many passed. */
public final class GateText {
    private GateText() {}

    public static String render(Gate gate) {
        StringBuilder out = new StringBuilder();
        append(out, "FAILED", gate.with(Ruling.FAILED));
        append(out, "INCONCLUSIVE", gate.with(Ruling.INCONCLUSIVE));
        return out.append(String.format(
                        Locale.ROOT,
                        "gate: at most %s more time and %s more memory: %d failed, %d inconclusive, %d passed\n",
                        Figures.percent(gate.bounds().slowdown()),
                        Figures.percent(gate.bounds().memoryGrowth()),
                        gate.with(Ruling.FAILED).size(),
                        gate.with(Ruling.INCONCLUSIVE).size(),
                        gate.with(Ruling.PASSED).size()))
                .toString();
    }

    private static void append(StringBuilder out, String heading, List<GateFinding> findings) {
        for (GateFinding finding : findings) {
            out.append(heading)
                    .append(' ')
                    .append(TableFormat.withoutControls(finding.cell().id()))
                    .append(", ")
                    .append(finding.metric().title().toLowerCase(Locale.ROOT))
                    .append(": ")
                    .append(finding.reason())
                    .append('\n');
        }
    }
}
