package dev.tarebench.toolchains.images;

import java.util.List;

/** An image for one platform, all of whose blobs are in the store. */
public record Image(Platform platform, Descriptor manifest, Descriptor configuration, List<Layer> layers)
        implements Publication {

    public Image {
        layers = List.copyOf(layers);
    }

    @Override
    public Descriptor descriptor() {
        return manifest;
    }

    @Override
    public List<Image> images() {
        return List.of(this);
    }

    /** What a registry transfers for the layers: the size as served. */
    public long servedBytes() {
        return layers.stream()
                .mapToLong(layer -> layer.descriptor().sizeBytes())
                .sum();
    }
}
