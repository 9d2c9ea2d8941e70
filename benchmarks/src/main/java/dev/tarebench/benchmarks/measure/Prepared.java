package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.toolchains.engines.Engine;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.toolchains.template.ArgumentTemplate.Bindings;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.workloads.build.Artifact;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A cell with everything that its execution needs in place.
 *
 * @param subject what is launched, or weighed as it lies
 * @param compiled what an ahead-of-time mode made of the module
 * @param tools what took part, for the record
 */
public record Prepared(
        Cell cell,
        Artifact artifact,
        Subject subject,
        Map<String, Path> inputs,
        Answer answer,
        Optional<CacheProof> cacheProof,
        Optional<AheadOfTime.Product> compiled,
        List<Tool> tools,
        List<String> notes) {

    public Prepared {
        inputs = Map.copyOf(inputs);
        tools = List.copyOf(tools);
        notes = List.copyOf(notes);
    }

    /** What the guest runs in, of a cell that launches something. */
    public Vessel vessel() {
        if (subject instanceof Vessel vessel) {
            return vessel;
        }
        throw new IllegalStateException("%s launches nothing".formatted(cell.id()));
    }

    /**
     * Renders an engine's argument list for each working directory anew.
     *
     * @param folder the guest's name of that directory, which it is told where it would look elsewhere
     */
    static Function<Path, List<String>> rendering(
            ArgumentTemplate template, Tool engine, Map<String, String> values, List<String> arguments, String folder) {
        List<Map<String, String>> environment = folder.equals(Engine.ROOT)
                ? List.of()
                : List.of(Map.of("name", Engine.FOLDER_VARIABLE, "value", folder));
        return directory -> template.render(engine.bindings(
                values,
                Map.of(
                        "args", Bindings.plain(arguments),
                        "env", environment,
                        "dirs", List.of(Map.of("host", directory.toString(), "guest", folder)))));
    }
}
