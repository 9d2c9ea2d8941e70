package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.images.BlobDigest;
import dev.tarebench.toolchains.images.Platform;
import dev.tarebench.toolchains.images.ServedImage;
import java.io.IOException;
import java.util.Optional;

/** An image in the run's registry whose size is wanted. */
public final class ShippedImage {

    private final Depot depot;
    private final String name;
    private final Platform platform;
    private final Optional<BlobDigest> expected;
    private final String origin;

    /** @param expected the manifest that was pushed, where it was made here and not by an engine */
    ShippedImage(Depot depot, String name, Platform platform, Optional<BlobDigest> expected, String origin) {
        this.depot = depot;
        this.name = name;
        this.platform = platform;
        this.expected = expected;
        this.origin = origin;
    }

    /** What the base was made of, for the record. */
    public String origin() {
        return origin;
    }

    /** Reads it from the registry, all but the layers that were read before. */
    public ServedImage read() throws IOException {
        ServedImage served = depot.read(name, platform);
        if (expected.isPresent() && !expected.get().equals(served.manifest())) {
            throw new IOException(
                    "the registry serves %s and not %s, which was pushed".formatted(served.manifest(), expected.get()));
        }
        return served;
    }
}
