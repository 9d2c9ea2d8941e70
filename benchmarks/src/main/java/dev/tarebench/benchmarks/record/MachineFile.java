package dev.tarebench.benchmarks.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarebench.benchmarks.dock.Dock;
import dev.tarebench.benchmarks.dock.Fronts;
import dev.tarebench.benchmarks.measure.Prepared;
import dev.tarebench.reports.journal.MachineRecord;
import dev.tarebench.toolchains.machine.Machine;
import dev.tarebench.toolchains.tools.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes {@code machine.json}: the machine, and every tool and artifact that took part with its hash. */
public final class MachineFile {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MachineFile() {}

    /**
     * Writes the file.
     *
     * @param dock of a run with containers: its engines and bases are recorded as well
     */
    public static void write(
            Machine machine,
            String platform,
            Collection<Prepared> cells,
            String launcher,
            Optional<Dock> dock,
            Path file)
            throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        machine.facts().forEach((path, value) -> put(root, path, value));
        root.put("fingerprint", machine.fingerprint());
        root.put("platform", platform);
        root.put("launcher", launcher);
        tools(cells, root.putArray("tools"));
        artifacts(cells, root.putArray("artifacts"));
        dock.ifPresent(open -> containers(open, root));
        MachineRecord.of(root).write(file);
    }

    /** Adds what becomes known only later, or only to others; a value that is there is replaced. */
    public static void add(Path file, String path, Object value) throws IOException {
        ObjectNode root = (ObjectNode) MachineRecord.read(file).tree();
        put(root, path, value);
        MachineRecord.of(root).write(file);
    }

    private static void put(ObjectNode root, String path, Object value) {
        ObjectNode node = root;
        String[] fields = path.split("\\.", -1);
        for (int i = 0; i < fields.length - 1; i++) {
            node = node.withObjectProperty(fields[i]);
        }
        node.set(fields[fields.length - 1], MAPPER.valueToTree(value));
    }

    private static void tools(Collection<Prepared> cells, ArrayNode array) {
        Map<String, Tool> tools = new LinkedHashMap<>();
        cells.forEach(cell ->
                cell.tools().forEach(tool -> tools.put(tool.description().id(), tool)));
        tools.values().forEach(tool -> {
            ObjectNode node = array.addObject()
                    .put("id", tool.description().id())
                    .put("name", tool.description().name())
                    .put("version", tool.version())
                    .put("sha256", tool.sha256())
                    .put("origin", tool.origin().name().toLowerCase(Locale.ROOT));
            tool.description().version().expected().ifPresent(expected -> node.put("expected", expected));
        });
    }

    private static void containers(Dock dock, ObjectNode root) {
        ArrayNode engines = root.putArray("containerEngines");
        dock.engines().forEach(engine -> {
            ObjectNode node = engines.addObject()
                    .put("id", engine.front().id())
                    .put("client", engine.tool().version())
                    .put("cgroupDriver", Fronts.driver(engine).name().toLowerCase(Locale.ROOT));
            engine.server().ifPresent(server -> node.put("server", server));
            engine.socket().ifPresent(socket -> node.put("socket", socket));
        });
        ObjectNode bases = root.putObject("bases");
        dock.origins().forEach(bases::put);
    }

    private static void artifacts(Collection<Prepared> cells, ArrayNode array) {
        cells.forEach(cell -> array.addObject()
                .put("cell", cell.cell().id())
                .put("sha256", cell.artifact().sha256())
                .put("bytes", cell.artifact().bytes()));
    }
}
