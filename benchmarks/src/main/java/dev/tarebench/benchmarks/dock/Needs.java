package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.containers.ContainerFront;
import java.nio.file.Path;
import java.util.List;

/**
 * What the cells of one run ask of containers.
 *
 * @param running the fronts that start containers
 * @param serving the fronts that pull images, and the one that runs the registry
 * @param shims the folders of the shims that a daemon must find
 */
public record Needs(List<ContainerFront> running, List<ContainerFront> serving, List<Path> shims) {

    public Needs {
        running = List.copyOf(running);
        serving = List.copyOf(serving);
        shims = List.copyOf(shims);
    }

    public static Needs toRun(List<ContainerFront> fronts) {
        return new Needs(fronts, List.of(), List.of());
    }

    public boolean isEmpty() {
        return running.isEmpty() && serving.isEmpty();
    }

    /** Whether a container is started by a daemon. */
    boolean runByDaemons() {
        return running.stream().anyMatch(front -> front.socket().isPresent());
    }
}
