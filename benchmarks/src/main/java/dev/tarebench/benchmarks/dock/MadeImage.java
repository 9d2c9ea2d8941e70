package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.bases.BaseImage;
import dev.tarebench.toolchains.images.Image;

/**
 * An image of ours that can be loaded or pushed.
 *
 * @param base what its lowest layers are
 */
public record MadeImage(Image image, BaseImage base) {}
