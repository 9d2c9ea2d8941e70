package dev.tarebench.toolchains.images;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    /** By which engines know the layers unpacked, each together with those below it, as the specification chains them. */
    public List<BlobDigest> chainIds() {
        List<BlobDigest> chain = new ArrayList<>();
        for (Layer layer : layers) {
            chain.add(
                    chain.isEmpty()
                            ? layer.diffId()
                            : BlobDigest.of("%s %s"
                                    .formatted(chain.get(chain.size() - 1), layer.diffId())
                                    .getBytes(StandardCharsets.US_ASCII)));
        }
        return List.copyOf(chain);
    }

    /** What a registry transfers for the layers: the size as served. */
    public long servedBytes() {
        return layers.stream()
                .mapToLong(layer -> layer.descriptor().sizeBytes())
                .sum();
    }
}
