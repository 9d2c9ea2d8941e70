package dev.tarebench.toolchains.images;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** Keeps blobs under their digests, each written once, beside its place and then renamed: no reader sees half a blob. */
public final class BlobStore {

    private final Path blobs;

    /** @param root an OCI layout's own folder, so that the store itself is laid out like one */
    public BlobStore(Path root) {
        this.blobs = root.resolve("blobs").resolve("sha256");
    }

    public boolean holds(Descriptor descriptor) {
        Path blob = path(descriptor.digest());
        try {
            return Files.exists(blob) && Files.size(blob) == descriptor.sizeBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot look at %s".formatted(blob), unreadable);
        }
    }

    public Path path(BlobDigest digest) {
        return blobs.resolve(digest.hex());
    }

    public byte[] read(Descriptor descriptor) {
        try {
            return Files.readAllBytes(path(descriptor.digest()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the blob %s".formatted(descriptor.digest()), unreadable);
        }
    }

    public Descriptor put(MediaType mediaType, byte[] content) {
        try (Incoming incoming = receive()) {
            incoming.content().write(content);
            return incoming.keep(mediaType);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot keep a blob in %s".formatted(blobs), unwritable);
        }
    }

    /** Takes over a blob that another store holds, without copying it where both lie on one file system. */
    public void adopt(BlobStore other, Descriptor descriptor) {
        if (holds(descriptor)) {
            return;
        }
        Path source = other.path(descriptor.digest());
        try {
            Files.createDirectories(blobs);
            try {
                Files.createLink(path(descriptor.digest()), source);
            } catch (UnsupportedOperationException | IOException otherFileSystem) {
                Files.copy(source, path(descriptor.digest()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot take over the blob %s".formatted(source), unreadable);
        }
    }

    Incoming receive() throws IOException {
        Files.createDirectories(blobs);
        return new Incoming(Files.createTempFile(blobs, "incoming-", ".part"));
    }

    /** A blob on its way in, which is gone again unless it is kept. */
    final class Incoming implements AutoCloseable {

        private final Path partial;
        private final MessageDigest digest = BlobDigest.algorithm();
        private final OutputStream content;

        private Incoming(Path partial) throws IOException {
            this.partial = partial;
            this.content = new DigestOutputStream(Files.newOutputStream(partial), digest);
        }

        OutputStream content() {
            return content;
        }

        Descriptor keep(MediaType mediaType) throws IOException {
            content.close();
            BlobDigest name = BlobDigest.finish(digest);
            long size = Files.size(partial);
            // A temporary file is its owner's alone, but a daemon that reads a layout may be another user.
            Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(partial, path(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Descriptor(mediaType, name, size);
        }

        @Override
        public void close() throws IOException {
            content.close();
            Files.deleteIfExists(partial);
        }
    }
}
