package dev.tarebench.toolchains.images;

/**
 * One layer of an image.
 *
 * @param descriptor the blob as it is served
 * @param diffId the digest of the archive before compression, by which engines know the layer
 * @param origin what the layer holds, for the image's history
 */
public record Layer(Descriptor descriptor, BlobDigest diffId, String origin) {}
