package dev.tarebench.toolchains.bases;

import dev.tarebench.toolchains.images.BlobStore;
import dev.tarebench.toolchains.images.Layer;
import java.util.List;
import java.util.Optional;

/** Layers that lie in a store already. */
public record KnownLayers(BlobStore store, List<Layer> layers) {

    public KnownLayers {
        layers = List.copyOf(layers);
    }

    /** The layer of that content, if it is one of these; it lies in the other store, too, then. */
    Optional<Layer> link(String diffId, BlobStore other) {
        Optional<Layer> known = layers.stream()
                .filter(layer -> layer.diffId().toString().equals(diffId))
                .findFirst();
        known.ifPresent(layer -> other.adopt(store, layer.descriptor()));
        return known;
    }
}
