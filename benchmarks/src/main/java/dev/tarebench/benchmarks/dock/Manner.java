package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.containers.ChosenRuntime;
import dev.tarebench.toolchains.containers.ExitCode;
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

    public Manner {
        environment = Map.copyOf(environment);
    }
}
