package dev.tarebench.toolchains.images;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The archive around a layout: plain files of plain names, equal bytes for equal files. */
final class PlainArchive implements AutoCloseable {

    private final TarArchiveOutputStream archive;

    PlainArchive(OutputStream target) {
        archive = new TarArchiveOutputStream(target, StandardCharsets.UTF_8.name());
        archive.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    void add(String name, byte[] content) throws IOException {
        add(name, content.length, new ByteArrayInputStream(content));
    }

    void add(String name, Path content) throws IOException {
        try (InputStream input = Files.newInputStream(content)) {
            add(name, Files.size(content), input);
        }
    }

    private void add(String name, long size, InputStream content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(LayerWriter.READABLE);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        entry.setIds(0, 0);
        entry.setNames("", "");
        archive.putArchiveEntry(entry);
        content.transferTo(archive);
        archive.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
