package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.containers.ContainerEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A program that a front can start any number of times.
 *
 * @param image its name in the front's store, for a front that has one
 * @param root its unpacked root, for a front that runs plain bundles
 * @param command the program inside, and its arguments
 * @param manner what is special about how it is run
 * @param origin what the image was made of, for the record
 */
public record ContainedProgram(
        ContainerEngine engine,
        Optional<String> image,
        Optional<Path> root,
        List<String> command,
        Manner manner,
        String origin) {

    public ContainedProgram {
        command = List.copyOf(command);
        if (image.isPresent() == root.isPresent()) {
            throw new IllegalArgumentException("a contained program has either an image or a root");
        }
    }
}
