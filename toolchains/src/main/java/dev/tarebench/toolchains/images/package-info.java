/**
 * Writes container images, deterministically and without any engine: one layout feeds docker, containerd, a registry and
 * plain bundles, so that every front runs the same bytes and thirty images cost seconds.
 */
@NullMarked
package dev.tarebench.toolchains.images;

import org.jspecify.annotations.NullMarked;
