package dev.tarebench.benchmarks.conformance;

import dev.tarebench.benchmarks.measure.CleanEnvironment;
import dev.tarebench.toolchains.engines.Engine;
import dev.tarebench.toolchains.engines.Mode;
import dev.tarebench.toolchains.launch.Invocation;
import dev.tarebench.toolchains.template.ArgumentTemplate.Bindings;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.workloads.build.Artifact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One mode of an engine that is here, and how a guest is run on it. */
record EngineMode(Workbench workbench, Tool engine, String folder, Mode mode) {

    private static final String STARTED_IN = "started-in";
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final long OUTPUT_LIMIT_BYTES = 64L << 20;

    /** Whether the guest's root is the engine's and not the folder that is opened. */
    boolean hasRootOfItsOwn() {
        return !folder.equals(Engine.ROOT);
    }

    /** The folder that the engine is started in, below the place that a run is given. */
    Path startedIn(Path place) {
        return place.resolve(STARTED_IN);
    }

    Run run(String guest, String... arguments) {
        return new Run(this, guest, List.of(arguments), Map.of(), "", Map.of());
    }

    /**
     * A guest that is about to run.
     *
     * @param folders the guest's name of a preopened folder to the host's
     */
    record Run(
            EngineMode on,
            String guest,
            List<String> arguments,
            Map<String, String> variables,
            String input,
            Map<String, Path> folders) {

        Run withVariable(String name, String value) {
            Map<String, String> more = new HashMap<>(variables);
            more.put(name, value);
            return new Run(on, guest, arguments, more, input, folders);
        }

        Run reading(String text) {
            return new Run(on, guest, arguments, variables, text, folders);
        }

        Run inFolder(String guestName, Path folder) {
            return new Run(on, guest, arguments, variables, input, Map.of(guestName, folder));
        }

        /** Runs it with everything of ours, its streams and the engine's cache, in the given empty folder. */
        Ended in(Path place) throws IOException {
            Artifact module = on.workbench().guest(guest, "wasm");
            Map<String, String> values = new HashMap<>(Map.of(
                    "module",
                    module.file().toString(),
                    "cache",
                    Files.createDirectory(place.resolve("cache")).toString()));
            if (!on.mode().compile().isEmpty()) {
                values.put(
                        "compiled", on.workbench().compiled(on, module).file().toString());
            }
            List<String> command = on.mode().run().render(on.engine().bindings(values, lists()));
            Path standardInput = Files.writeString(place.resolve("stdin"), input, StandardCharsets.UTF_8);
            Invocation invocation = new Invocation(
                    command,
                    CleanEnvironment.with(on.engine().render(on.mode().environment(), values)),
                    Files.createDirectory(place.resolve(STARTED_IN)),
                    Optional.of(standardInput),
                    place.resolve("stdout"),
                    place.resolve("stderr"),
                    TIMEOUT,
                    OUTPUT_LIMIT_BYTES,
                    List.of(),
                    0,
                    List.of());
            return new Ended(command, on.workbench().launcher().launch(invocation));
        }

        private Map<String, List<Map<String, String>>> lists() {
            Stream<Map<String, String>> environment = variables.entrySet().stream()
                    .map(variable -> Map.of("name", variable.getKey(), "value", variable.getValue()));
            Stream<Map<String, String>> directories = folders.entrySet().stream()
                    .map(folder -> Map.of(
                            "guest", folder.getKey(), "host", folder.getValue().toString()));
            return Map.of("args", Bindings.plain(arguments), "env", environment.toList(), "dirs", directories.toList());
        }
    }
}
