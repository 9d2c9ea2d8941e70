package dev.tarebench.toolchains.bases;

import dev.tarebench.toolchains.images.Layer;
import java.util.List;

/**
 * A base that can be built on: its layers lie in the store.
 *
 * @param origin which of the two ways was taken, for the result: the public image by digest, or the packages by version
 */
public record BaseImage(Base base, List<Layer> layers, String origin) {

    public BaseImage {
        layers = List.copyOf(layers);
    }
}
