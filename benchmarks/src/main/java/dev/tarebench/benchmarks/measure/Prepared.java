package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.plan.Cell;
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
 * @param commandFor the command line for a given working directory
 * @param compiled what an ahead-of-time mode made of the module
 * @param tools what took part, for the record
 */
public record Prepared(
        Cell cell,
        Artifact artifact,
        Function<Path, List<String>> commandFor,
        Map<String, String> environment,
        Map<String, Path> inputs,
        Answer answer,
        Optional<CacheProof> cacheProof,
        Optional<AheadOfTime.Product> compiled,
        List<Tool> tools,
        List<String> notes) {

    public Prepared {
        environment = Map.copyOf(environment);
        inputs = Map.copyOf(inputs);
        tools = List.copyOf(tools);
        notes = List.copyOf(notes);
    }

    List<String> command(Path directory) {
        return commandFor.apply(directory);
    }

    /** Renders an engine's argument list for each working directory anew. */
    static Function<Path, List<String>> rendering(
            ArgumentTemplate template, Tool engine, Map<String, String> values, List<String> arguments) {
        return directory -> template.render(engine.bindings(
                values,
                Map.of(
                        "args", Bindings.plain(arguments),
                        "env", List.of(),
                        "dirs", List.of(Map.of("host", directory.toString(), "guest", "/")))));
    }
}
