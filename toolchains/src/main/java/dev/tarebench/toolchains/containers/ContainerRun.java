package dev.tarebench.toolchains.containers;

import dev.tarebench.toolchains.images.BindMount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One container to run from an image in an engine's store.
 *
 * @param image the name in the engine's store
 * @param entrypoint the image's own program, which some fronts want repeated
 * @param cpus a list as the kernel writes it, as {@code 0-1,3}
 * @param cgroup the parent control group, which is ours and outlives the container
 * @param runtime another runtime than the engine's own
 */
public record ContainerRun(
        ContainerId id,
        String image,
        List<String> entrypoint,
        List<String> arguments,
        Map<String, String> environment,
        List<BindMount> mounts,
        Optional<String> cpus,
        OptionalLong memoryBytes,
        Optional<String> cgroup,
        ChosenRuntime runtime,
        Optional<String> platform) {

    public ContainerRun {
        entrypoint = List.copyOf(entrypoint);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        mounts = List.copyOf(mounts);
        for (BindMount mount : mounts) {
            if (mount.host().toString().contains(",") || mount.guest().contains(",")) {
                throw new IllegalArgumentException(
                        "the mount of %s cannot be told to an engine: a comma ends an option there"
                                .formatted(mount.host()));
            }
        }
    }

    /** A run with nothing but the image's own settings. */
    public static ContainerRun of(ContainerId id, String image, List<String> command) {
        return new ContainerRun(
                id,
                image,
                command.subList(0, 1),
                command.subList(1, command.size()),
                Map.of(),
                List.of(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                ChosenRuntime.USUAL,
                Optional.empty());
    }
}
