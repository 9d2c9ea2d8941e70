package dev.tarebench.toolchains.images;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One run of a plain bundle. What an engine takes as options, a runtime reads from the bundle itself.
 *
 * @param rootFilesystem shared by all runs of an image and never written to
 * @param cpus a list as the kernel writes it, as {@code 0-1,3}
 * @param controlGroup the container's own control group, below one of ours
 */
public record BundleSettings(
        Path rootFilesystem,
        List<String> command,
        Map<String, String> environment,
        String directory,
        List<BindMount> mounts,
        Optional<String> cpus,
        OptionalLong memoryBytes,
        Optional<String> controlGroup,
        Map<String, String> annotations) {

    public BundleSettings {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        mounts = List.copyOf(mounts);
        annotations = Map.copyOf(annotations);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a bundle needs a command");
        }
        if (!rootFilesystem.isAbsolute()) {
            throw new IllegalArgumentException("the root file system %s is not absolute".formatted(rootFilesystem));
        }
    }
}
