package dev.tarebench.reports.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarebench.reports.UnreadableResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes and reads {@code plan.json}. */
public final class PlanFile {
    private PlanFile() {}

    /** Writes the plan beside, then renames. */
    public static void write(Plan plan, Path file) throws IOException {
        ObjectNode tree = JsonTree.MAPPER.createObjectNode();
        tree.put("runId", plan.runId());
        tree.put("createdAt", plan.createdAt().toString());
        tree.put("tareVersion", plan.tareVersion());
        tree.put("seed", plan.seed());
        tree.put("rounds", plan.rounds());
        tree.put("size", plan.size());
        plan.regex().ifPresent(regex -> tree.put("regex", regex));
        tree.put("baseline", plan.baseline());
        ObjectNode options = tree.putObject("options");
        plan.options().forEach(options::put);
        ArrayNode cells = tree.putArray("cells");
        plan.cells().forEach(cell -> writeCell(cells.addObject(), cell));
        ArrayNode unavailable = tree.putArray("unavailable");
        plan.unavailable()
                .forEach(cell -> unavailable
                        .addObject()
                        .put("id", cell.id())
                        .put("reason", cell.reason())
                        .put("remedy", cell.remedy()));
        JsonTree.write(tree, file);
    }

    /**
     * Reads the plan.
     *
     * @throws UnreadableResult when the file is missing or is no plan
     */
    public static Plan read(Path file) {
        JsonTree tree = JsonTree.read(file);
        try {
            return parse(tree);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableResult(file + ": not a plan: " + e.getMessage(), e);
        }
    }

    private static Plan parse(JsonTree tree) {
        SortedMap<String, String> options = new TreeMap<>();
        tree.root()
                .path("options")
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().asText()));
        List<CellDescription> cells = new ArrayList<>();
        tree.array("cells").forEach(cell -> cells.add(readCell(new JsonTree(cell))));
        List<UnavailableCell> unavailable = new ArrayList<>();
        tree.array("unavailable").forEach(cell -> {
            JsonTree fields = new JsonTree(cell);
            unavailable.add(new UnavailableCell(
                    fields.text("id"),
                    fields.text("reason"),
                    fields.optionalText("remedy").orElse("")));
        });
        return new Plan(
                tree.text("runId"),
                Instant.parse(tree.text("createdAt")),
                tree.text("tareVersion"),
                tree.integer("seed"),
                Math.toIntExact(tree.integer("rounds")),
                tree.text("size"),
                tree.optionalText("regex"),
                tree.text("baseline"),
                options,
                cells,
                unavailable);
    }

    private static void writeCell(ObjectNode node, CellDescription cell) {
        node.put("id", cell.id());
        node.put("operation", cell.operation());
        node.put("suite", cell.suite());
        node.put("workload", cell.workload());
        cell.language().ifPresent(language -> node.put("language", language));
        cell.variant().ifPresent(variant -> node.put("variant", variant));
        node.put("target", cell.target());
        node.put("size", cell.size());
        node.put("platform", cell.platform());
        cell.tier().ifPresent(tier -> node.put("tier", tier));
    }

    private static CellDescription readCell(JsonTree fields) {
        return new CellDescription(
                fields.text("id"),
                fields.text("operation"),
                fields.text("suite"),
                fields.text("workload"),
                fields.optionalText("language"),
                fields.optionalText("variant"),
                fields.text("target"),
                fields.text("size"),
                fields.text("platform"),
                fields.optionalText("tier"));
    }
}
