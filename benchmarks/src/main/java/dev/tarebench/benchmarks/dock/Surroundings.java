package dev.tarebench.benchmarks.dock;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What differs between two executions of one contained program.
 *
 * @param directory its fresh working directory on the host
 * @param cpus where it may run, a list as the kernel writes it; empty: everywhere
 * @param group the control group of ours above its own
 */
public record Surroundings(
        Path directory, Map<String, String> environment, Optional<String> cpus, Optional<String> group) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
