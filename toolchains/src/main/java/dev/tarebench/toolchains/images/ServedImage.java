package dev.tarebench.toolchains.images;

/**
 * An image as a registry serves it.
 *
 * @param manifest the digest of its own manifest, which an index may refer to
 * @param servedBytes manifest, configuration and layers, as long as the registry says that they are
 * @param unpackedBytes the content of all files in all layers, those that a later layer hides among them
 */
public record ServedImage(BlobDigest manifest, long servedBytes, long unpackedBytes, int layers) {}
