package dev.tarebench.toolchains.images;

import java.util.List;

/** One name for the same program on several platforms. */
public record ImageIndex(Descriptor descriptor, List<Image> images) implements Publication {

    public ImageIndex {
        images = List.copyOf(images);
        if (images.isEmpty()) {
            throw new IllegalArgumentException("an index needs at least one image");
        }
    }
}
