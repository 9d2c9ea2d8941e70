package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.containers.ChosenRuntime;
import dev.tarebench.toolchains.containers.ExitCode;
import dev.tarebench.toolchains.tools.Tool;
import java.util.Map;
import java.util.Optional;

/**
 * How a contained program is run where that differs from a native one.
 *
 * @param platform what the front must be told that the image is for
 * @param environment what the guest is told beside its usual environment
 */
public record Manner(
        ChosenRuntime runtime, Optional<String> platform, Map<String, String> environment, ExitCode exitCode) {

    /** As a native program is run by the front. */
    static Manner usual(ExitCode exitCode) {
        return new Manner(ChosenRuntime.USUAL, Optional.empty(), Map.of(), exitCode);
    }

    /** The same with another program in the place of the usual runtime. */
    static Manner through(Tool runtime, ExitCode exitCode) {
        ChosenRuntime chosen =
                new ChosenRuntime(Optional.empty(), Optional.of(runtime.start().get(0)), Map.of());
        return new Manner(chosen, Optional.empty(), Map.of(), exitCode);
    }

    public Manner {
        environment = Map.copyOf(environment);
    }
}
