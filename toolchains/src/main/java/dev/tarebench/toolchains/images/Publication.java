package dev.tarebench.toolchains.images;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What gets a name in a registry, an archive or an engine: one image, or an index of several. */
public sealed interface Publication permits Image, ImageIndex {

    /** The blob that the name refers to. */
    Descriptor descriptor();

    List<Image> images();

    /** Everything that the top document refers to, each once, in an order in which nothing precedes what it refers to. */
    default List<Descriptor> dependencies() {
        Map<BlobDigest, Descriptor> blobs = new LinkedHashMap<>();
        for (Image image : images()) {
            image.layers().forEach(layer -> blobs.put(layer.descriptor().digest(), layer.descriptor()));
            blobs.put(image.configuration().digest(), image.configuration());
        }
        images().forEach(image -> blobs.put(image.manifest().digest(), image.manifest()));
        blobs.remove(descriptor().digest());
        return List.copyOf(blobs.values());
    }
}
