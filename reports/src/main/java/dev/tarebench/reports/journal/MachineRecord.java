package dev.tarebench.reports.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarebench.reports.UnreadableResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The machine a run was made on ({@code machine.json}): a free tree, since what can be learned differs from machine to
 * machine, with the few paths that comparisons depend on.
 */
public final class MachineRecord {
    private static final MachineRecord UNKNOWN = new MachineRecord(JsonTree.MAPPER.createObjectNode());

    private final JsonNode tree;

    private MachineRecord(JsonNode tree) {
        this.tree = tree;
    }

    /** A tool that took part: an engine, a compiler, a container runtime. */
    public record Tool(String id, String version, Optional<String> sha256, Optional<String> expected) {}

    /** What a cell executed. */
    public record Artifact(String cell, String sha256, OptionalLong bytes) {}

    /** The record of a foreign result, which says nothing about its machine. */
    public static MachineRecord unknown() {
        return UNKNOWN;
    }

    public static MachineRecord of(ObjectNode tree) {
        return new MachineRecord(tree.deepCopy());
    }

    /**
     * Reads the record; no field is required.
     *
     * @throws UnreadableResult when the file is missing or no JSON object
     */
    public static MachineRecord read(Path file) {
        return new MachineRecord(JsonTree.read(file).root());
    }

    public void write(Path file) throws IOException {
        JsonTree.write(tree, file);
    }

    public boolean isUnknown() {
        return tree.isEmpty();
    }

    public JsonNode tree() {
        return tree.deepCopy();
    }

    /** Equal on two records exactly when absolute figures may be compared. */
    public Optional<String> fingerprint() {
        return text("fingerprint");
    }

    public Optional<String> cpuModel() {
        return text("cpu.model");
    }

    public Optional<String> kernel() {
        return text("kernel");
    }

    public Optional<String> os() {
        return text("os");
    }

    public OptionalLong cores() {
        return integer("cpu.cores");
    }

    public OptionalLong memoryBytes() {
        return integer("memory.totalBytes");
    }

    /** The text or number at a dotted path, as text. */
    public Optional<String> text(String path) {
        JsonNode value = at(path);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** What was no longer as the run began when it was made to go on by {@code --force}. */
    public List<String> forced() {
        return texts("forced");
    }

    /** What disturbed the run, each with what to change. */
    public List<String> disturbances() {
        return texts("noise.verdict");
    }

    /** What the last self-test found wrong with the instrument; empty when it passed, or never ran. */
    public List<String> selftestFailures() {
        return texts("selftest.failures");
    }

    private List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        at(path).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    public List<Tool> tools() {
        List<Tool> tools = new ArrayList<>();
        for (JsonNode node : tree.path("tools")) {
            JsonTree tool = new JsonTree(node);
            tool.optionalText("id")
                    .ifPresent(id -> tools.add(new Tool(
                            id,
                            tool.optionalText("version").orElse("unknown"),
                            tool.optionalText("sha256"),
                            tool.optionalText("expected"))));
        }
        return tools;
    }

    public List<Artifact> artifacts() {
        List<Artifact> artifacts = new ArrayList<>();
        for (JsonNode node : tree.path("artifacts")) {
            JsonTree artifact = new JsonTree(node);
            Optional<String> cell = artifact.optionalText("cell");
            Optional<String> sha256 = artifact.optionalText("sha256");
            if (cell.isPresent() && sha256.isPresent()) {
                JsonNode bytes = node.path("bytes");
                artifacts.add(new Artifact(
                        cell.get(),
                        sha256.get(),
                        bytes.isIntegralNumber() ? OptionalLong.of(bytes.longValue()) : OptionalLong.empty()));
            }
        }
        return artifacts;
    }

    /** Every leaf outside tools and artifacts by its dotted path, for display and for difference. */
    public SortedMap<String, String> facts() {
        SortedMap<String, String> facts = new TreeMap<>();
        tree.properties().forEach(field -> {
            if (!field.getKey().equals("tools") && !field.getKey().equals("artifacts")) {
                collect(field.getKey(), field.getValue(), facts);
            }
        });
        return facts;
    }

    private static void collect(String path, JsonNode node, SortedMap<String, String> facts) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "." + field.getKey(), field.getValue(), facts));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "." + i, node.get(i), facts);
            }
        } else if (!node.isNull()) {
            facts.put(path, node.asText());
        }
    }

    private OptionalLong integer(String path) {
        JsonNode value = at(path);
        return value.isIntegralNumber() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
    }

    private JsonNode at(String path) {
        JsonNode node = tree;
        for (String field : path.split("\\.", -1)) {
            node = node.path(field);
        }
        return node;
    }
}
