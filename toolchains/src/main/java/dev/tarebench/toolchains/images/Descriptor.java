package dev.tarebench.toolchains.images;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Refers to a blob: what it is, its digest and its size, as manifests and indexes write it. */
public record Descriptor(MediaType mediaType, BlobDigest digest, long sizeBytes) {

    public Descriptor {
        if (sizeBytes < 0) {
            throw new IllegalArgumentException("the size of %s is negative".formatted(digest));
        }
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("mediaType", mediaType.text())
                .put("digest", digest.toString())
                .put("size", sizeBytes);
    }
}
