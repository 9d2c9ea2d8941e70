package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.bases.BaseImage;
import dev.tarebench.toolchains.handlers.Packaging;
import dev.tarebench.toolchains.images.Image;
import dev.tarebench.toolchains.images.Layer;
import java.util.List;

/**
 * An image of ours that can be loaded or pushed.
 *
 * @param kind by which it is told from other images of the same program
 * @param below its lowest layers, which it shares with others of its kind
 * @param origin what those are made of, for the record
 */
public record MadeImage(Image image, String kind, List<Layer> below, String origin) {

    public MadeImage {
        below = List.copyOf(below);
    }

    static MadeImage on(BaseImage base, Image image) {
        return new MadeImage(image, base.base().id(), base.layers(), "base: " + base.origin());
    }

    static MadeImage of(Packaging packaging, Image image) {
        return new MadeImage(
                image,
                packaging.word(),
                List.of(),
                switch (packaging) {
                    case LINUX, WASI -> "image: the module and its inputs, for " + packaging.platform();
                    case ARTIFACT -> "image: an OCI Wasm artifact, which holds the module and never its inputs";
                });
    }
}
