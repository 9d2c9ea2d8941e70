package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.containers.ContainerId;
import dev.tarebench.toolchains.containers.ProcessIdentity;
import java.util.Optional;

/** The names of our images: their tag tells whose they are, so that nobody removes what a living run uses. */
final class ImageName {

    /** Never a registry's: an engine that lost the image must fail and not ask the world for it. */
    private static final String PREFIX = "localhost/tare/";

    private ImageName() {}

    /** @param name words of cells' ids, in which a variant's mark is no letter of image names */
    static String of(String name, ProcessIdentity owner) {
        return PREFIX + name.replace('~', '.') + ":" + new ContainerId(owner, 0);
    }

    /** Who made the image of this name; a name of another form is not one of ours. */
    static Optional<ProcessIdentity> owner(String reference) {
        return reference.startsWith(PREFIX)
                ? ContainerId.parse(reference.substring(reference.lastIndexOf(':') + 1))
                        .map(ContainerId::owner)
                : Optional.empty();
    }
}
