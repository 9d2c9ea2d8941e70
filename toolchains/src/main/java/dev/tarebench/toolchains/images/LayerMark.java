package dev.tarebench.toolchains.images;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Makes a layer one of its own by a comment in its archive, which unpacks to nothing: a store that holds the layer, for
 * whatever image, cannot hold the marked one. The content is not compressed again, for archives and gzip's members both
 * can be strung together.
 */
public final class LayerMark {

    private static final int RECORD_BYTES = 512;

    private final BlobStore from;
    private final BlobStore to;

    public LayerMark(BlobStore from, BlobStore to) {
        this.from = from;
        this.to = to;
    }

    public Layer mark(Layer layer, String mark) throws IOException {
        if (layer.descriptor().mediaType() != MediaType.LAYER_TAR_GZIP) {
            throw new IOException("the layer %s is a %s; only compressed archives can be marked"
                    .formatted(layer.diffId(), layer.descriptor().mediaType()));
        }
        byte[] comment = comment(mark);
        MessageDigest plain = BlobDigest.algorithm();
        plain.update(comment);
        try (InputStream blob = open(layer);
                InputStream archive = new GZIPInputStream(blob);
                OutputStream digested = new DigestOutputStream(OutputStream.nullOutputStream(), plain)) {
            archive.transferTo(digested);
        }
        try (InputStream blob = open(layer);
                BlobStore.Incoming incoming = to.receive()) {
            incoming.content().write(compressed(comment));
            blob.transferTo(incoming.content());
            Descriptor descriptor = incoming.keep(MediaType.LAYER_TAR_GZIP);
            return new Layer(descriptor, BlobDigest.finish(plain), layer.origin());
        }
    }

    private InputStream open(Layer layer) throws IOException {
        return new BufferedInputStream(
                Files.newInputStream(from.path(layer.descriptor().digest())), 1 << 16);
    }

    private static byte[] compressed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = Compression.GZIP.wrap(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    /** A global header of POSIX archives that holds a comment, without the end of an archive after it. */
    private static byte[] comment(String mark) throws IOException {
        TarArchiveEntry header = new TarArchiveEntry("pax_global_header", TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER);
        header.addPaxHeader("comment", mark);
        header.setMode(LayerWriter.READABLE);
        header.setModTime(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TarArchiveOutputStream archive =
                new TarArchiveOutputStream(bytes, RECORD_BYTES, StandardCharsets.US_ASCII.name());
        archive.putArchiveEntry(header);
        archive.flush();
        return bytes.toByteArray();
    }
}
