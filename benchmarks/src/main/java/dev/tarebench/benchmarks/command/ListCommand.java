package dev.tarebench.benchmarks.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Resolution;
import dev.tarebench.benchmarks.plan.Selection;
import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.workloads.Size;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the matrix: every cell, ready or with the reason why not. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the cells, each ready or with its reason.")
final class ListCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    SharedOptions shared = new SharedOptions();

    @Parameters(arity = "0..1", paramLabel = "REGEX", description = "which cells; all when left out")
    String regex = "";

    @Option(names = "--size", description = "the size that must have a known answer (${DEFAULT-VALUE})")
    Size size = Size.SMALL;

    @Option(names = "--json", description = "print a JSON array")
    boolean json;

    @Override
    public Integer call() throws IOException {
        Session session = Session.open(shared.catalogue, Progress.silent());
        List<Cell> cells = Selection.of(regex).from(session.catalogue().cells());
        Resolution resolution = session.resolution(size);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(cells, resolution));
        } else {
            text(cells, resolution, out);
        }
        out.flush();
        return ExitCode.COMPLETED.code();
    }

    private static void text(List<Cell> cells, Resolution resolution, PrintWriter out) {
        int width = cells.stream().mapToInt(cell -> cell.id().length()).max().orElse(0);
        int ready = 0;
        for (Cell cell : cells) {
            Availability<Cell> availability = resolution.resolve(cell);
            String id = cell.id() + " ".repeat(width - cell.id().length());
            if (availability instanceof Availability.Unavailable<Cell> missing) {
                out.println("%s  unavailable: %s; %s".formatted(id, missing.reason(), missing.remedy()));
            } else {
                ready++;
                out.println("%s  ready".formatted(id));
            }
        }
        out.println("cells %d, ready %d, unavailable %d".formatted(cells.size(), ready, cells.size() - ready));
    }

    private String json(List<Cell> cells, Resolution resolution) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode array = mapper.createArrayNode();
        for (Cell cell : cells) {
            ObjectNode node = array.addObject();
            node.put("id", cell.id());
            node.put("suite", cell.workload().suite());
            node.put("workload", cell.workload().workload());
            put(node, "language", cell.workload().language());
            node.put("target", cell.target().id());
            put(node, "tier", cell.target().tier());
            Optional<Availability.Unavailable<Cell>> missing =
                    resolution.resolve(cell) instanceof Availability.Unavailable<Cell> unavailable
                            ? Optional.of(unavailable)
                            : Optional.empty();
            node.put("available", missing.isEmpty());
            put(node, "reason", missing.map(Availability.Unavailable::reason));
            put(node, "remedy", missing.map(Availability.Unavailable::remedy));
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(array);
    }

    /** A consumer can rely on every key: what does not apply is null in JSON. */
    private static void put(ObjectNode node, String key, Optional<String> value) {
        value.ifPresentOrElse(text -> node.put(key, text), () -> node.putNull(key));
    }
}
