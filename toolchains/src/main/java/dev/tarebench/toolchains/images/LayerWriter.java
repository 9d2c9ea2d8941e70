package dev.tarebench.toolchains.images;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Writes one layer: the same calls give the same bytes on every machine, whatever its clock, user and umask. */
public final class LayerWriter implements AutoCloseable {

    public static final int EXECUTABLE = 0755;
    public static final int READABLE = 0644;
    private static final FileTime EPOCH = FileTime.fromMillis(0);

    private final Compression compression;
    private final BlobStore.Incoming incoming;
    private final MessageDigest plainDigest = BlobDigest.algorithm();
    private final TarArchiveOutputStream archive;
    private final Set<String> directories = new HashSet<>();

    public LayerWriter(BlobStore store, Compression compression) throws IOException {
        this.compression = compression;
        this.incoming = store.receive();
        OutputStream plain = new DigestOutputStream(compression.wrap(incoming.content()), plainDigest);
        this.archive = new TarArchiveOutputStream(plain, StandardCharsets.UTF_8.name());
        archive.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        archive.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        archive.setAddPaxHeadersForNonAsciiNames(true);
    }

    public LayerWriter directory(String path, int mode) throws IOException {
        String name = relative(path);
        parents(name);
        if (directories.add(name)) {
            put(entry(name + "/", TarConstants.LF_DIR, mode), InputStream.nullInputStream());
        }
        return this;
    }

    public LayerWriter file(String path, int mode, byte[] content) throws IOException {
        return file(path, mode, content.length, new ByteArrayInputStream(content));
    }

    public LayerWriter file(String path, int mode, Path content) throws IOException {
        try (InputStream input = Files.newInputStream(content)) {
            return file(path, mode, Files.size(content), input);
        }
    }

    private LayerWriter file(String path, int mode, long size, InputStream content) throws IOException {
        String name = relative(path);
        parents(name);
        TarArchiveEntry entry = entry(name, TarConstants.LF_NORMAL, mode);
        entry.setSize(size);
        put(entry, content);
        return this;
    }

    public LayerWriter symbolicLink(String path, String target) throws IOException {
        String name = relative(path);
        parents(name);
        TarArchiveEntry entry = entry(name, TarConstants.LF_SYMLINK, 0777);
        entry.setLinkName(target);
        put(entry, InputStream.nullInputStream());
        return this;
    }

    /** Takes over a folder's files in the order of their names, as if root owned them all. */
    public LayerWriter tree(Path folder, Predicate<String> wanted) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted().toList();
        }
        for (Path path : paths) {
            String name = folder.relativize(path).toString();
            if (!name.isEmpty() && wanted.test(name)) {
                copy(path, name);
            }
        }
        return this;
    }

    private void copy(Path path, String name) throws IOException {
        if (Files.isSymbolicLink(path)) {
            symbolicLink(name, Files.readSymbolicLink(path).toString());
            return;
        }
        int mode = (Integer) Files.getAttribute(path, "unix:mode") & 07777;
        if (Files.isDirectory(path)) {
            directory(name, mode);
        } else {
            file(name, mode, path);
        }
    }

    /** Takes over a whole archive in its own order, with owners and modes but without times, names of users and devices. */
    public LayerWriter archive(InputStream tar) throws IOException {
        TarArchiveInputStream source = new TarArchiveInputStream(tar, StandardCharsets.UTF_8.name());
        for (TarArchiveEntry next = source.getNextEntry(); next != null; next = source.getNextEntry()) {
            String name = relative(next.getName());
            if (!name.isEmpty() && !isDevice(next) && !(next.isDirectory() && !directories.add(name))) {
                put(copy(next, name), source);
            }
        }
        return this;
    }

    /** Every runtime mounts its own /dev, and only root could unpack a device. */
    private static boolean isDevice(TarArchiveEntry entry) {
        return entry.isCharacterDevice() || entry.isBlockDevice();
    }

    private static TarArchiveEntry copy(TarArchiveEntry source, String name) {
        byte kind = source.isDirectory() ? TarConstants.LF_DIR : source.getLinkFlag();
        TarArchiveEntry copy = entry(source.isDirectory() ? name + "/" : name, kind, source.getMode() & 07777);
        copy.setIds((int) source.getLongUserId(), (int) source.getLongGroupId());
        copy.setSize(source.getSize());
        copy.setLinkName(source.isLink() ? relative(source.getLinkName()) : source.getLinkName());
        return copy;
    }

    private static TarArchiveEntry entry(String name, byte kind, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind);
        entry.setMode(mode);
        entry.setLastModifiedTime(EPOCH);
        entry.setIds(0, 0);
        entry.setNames("", "");
        return entry;
    }

    private void parents(String name) throws IOException {
        Optional<String> parent =
                Optional.of(name.lastIndexOf('/')).filter(slash -> slash > 0).map(slash -> name.substring(0, slash));
        if (parent.isPresent()) {
            directory(parent.get(), EXECUTABLE);
        }
    }

    private void put(TarArchiveEntry entry, InputStream content) throws IOException {
        archive.putArchiveEntry(entry);
        content.transferTo(archive);
        archive.closeArchiveEntry();
    }

    /** The path as archives write it; a path that climbs out of the root is refused. */
    private static String relative(String path) {
        String name = path.replaceFirst("^(\\./|/)+", "").replaceFirst("/+$", "");
        if (Path.of(name).normalize().startsWith("..")) {
            throw new IllegalArgumentException("the path %s leaves the image's root".formatted(path));
        }
        return name.equals(".") ? "" : name;
    }

    /** Ends the layer and keeps it in the store. */
    public Layer finish(String origin) throws IOException {
        archive.close();
        return new Layer(incoming.keep(compression.layerType()), BlobDigest.finish(plainDigest), origin);
    }

    @Override
    public void close() throws IOException {
        archive.close();
        incoming.close();
    }
}
