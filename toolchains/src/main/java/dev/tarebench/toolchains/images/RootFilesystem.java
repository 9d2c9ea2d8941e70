package dev.tarebench.toolchains.images;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks layers into a folder: the root of a plain bundle, and the size that an image has on disk. */
public final class RootFilesystem {

    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";
    private static final PosixFilePermission[] BITS = {
        PosixFilePermission.OTHERS_EXECUTE, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_READ,
        PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_READ,
        PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_READ,
    };

    private final Path root;

    private RootFilesystem(Path root) {
        this.root = root;
    }

    /** Unpacks the image's layers, one over the other, into a new folder; beside it first, so that none is half there. */
    public static void unpack(Image image, BlobStore store, Path folder) throws IOException {
        unpack(Optional.empty(), image.layers(), store, folder);
    }

    /** The same over what lower layers were unpacked to: its files are linked and not copied, so nobody may write them. */
    public static void unpackOver(Path lower, List<Layer> layers, BlobStore store, Path folder) throws IOException {
        unpack(Optional.of(lower), layers, store, folder);
    }

    private static void unpack(Optional<Path> lower, List<Layer> layers, BlobStore store, Path folder)
            throws IOException {
        Path target = folder.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        remove(beside);
        Files.createDirectories(beside);
        if (lower.isPresent()) {
            link(lower.get(), beside);
        }
        RootFilesystem filesystem = new RootFilesystem(beside);
        for (Layer layer : layers) {
            try (InputStream blob = new BufferedInputStream(
                    Files.newInputStream(store.path(layer.descriptor().digest())))) {
                filesystem.apply(plain(layer, blob));
            }
        }
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void link(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(from)) {
            all = tree.toList();
        }
        for (Path file : all) {
            Path place = to.resolve(from.relativize(file));
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(place);
                Files.setPosixFilePermissions(place, Files.getPosixFilePermissions(file));
            } else {
                // A link to the link itself: Linux gives symbolic links second names as well.
                Files.createLink(place, file);
            }
        }
    }

    private static InputStream plain(Layer layer, InputStream blob) throws IOException {
        return switch (layer.descriptor().mediaType()) {
            case LAYER_TAR -> blob;
            case LAYER_TAR_GZIP -> new GZIPInputStream(blob);
            case INDEX, MANIFEST, CONFIGURATION, WASM_MODULE ->
                throw new IOException("the layer %s is a %s, which no file system is made of"
                        .formatted(
                                layer.descriptor().digest(), layer.descriptor().mediaType()));
        };
    }

    private void apply(InputStream tar) throws IOException {
        TarArchiveInputStream archive = new TarArchiveInputStream(tar, StandardCharsets.UTF_8.name());
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path place = inside(entry.getName());
            String name = String.valueOf(place.getFileName());
            if (name.equals(OPAQUE)) {
                removeContent(directoryOf(place));
            } else if (name.startsWith(WHITEOUT)) {
                remove(place.resolveSibling(name.substring(WHITEOUT.length())));
            } else if (!place.equals(root)) {
                write(entry, archive, place);
            }
        }
    }

    private void write(TarArchiveEntry entry, InputStream content, Path place) throws IOException {
        if (entry.isDirectory()) {
            requireInside(place, entry.getName());
            makeDirectory(place);
        } else {
            makeDirectory(directoryOf(place));
            remove(place);
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
                return;
            }
            if (entry.isLink()) {
                Files.createLink(place, inside(entry.getLinkName()));
                return;
            }
            Files.copy(content, place);
        }
        Files.setPosixFilePermissions(place, permissions(entry.getMode()));
    }

    /** A later layer may go through a link to a directory, as /bin to usr/bin; the directory is then there already. */
    private static void makeDirectory(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            Files.createDirectories(place);
        }
    }

    private Path inside(String name) throws IOException {
        Path place = root.resolve(name.replaceFirst("^/+", "")).normalize();
        if (!place.startsWith(root)) {
            throw new IOException("the layer's entry %s leaves the root".formatted(name));
        }
        requireInside(place.equals(root) ? root : directoryOf(place), name);
        return place;
    }

    /**
     * Follows the links in what is there already of the path; what is to be made below it comes to lie there. A link to
     * nothing is one to where something may be tomorrow.
     */
    private void requireInside(Path place, String name) throws IOException {
        Path there = place;
        while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = directoryOf(there);
        }
        boolean dangling = !Files.exists(there);
        if (dangling || !there.toRealPath().startsWith(root.toRealPath())) {
            throw new IOException("the layer's entry %s goes through a link that leaves the root".formatted(name));
        }
    }

    private static Path directoryOf(Path place) throws IOException {
        Path parent = place.getParent();
        if (parent == null) {
            throw new IOException("%s lies in no directory".formatted(place));
        }
        return parent;
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < BITS.length; bit++) {
            if ((mode & (1 << bit)) != 0) {
                permissions.add(BITS[bit]);
            }
        }
        return permissions;
    }

    private static void removeContent(Path folder) throws IOException {
        List<Path> children;
        try (Stream<Path> listing = Files.list(folder)) {
            children = listing.toList();
        }
        for (Path child : children) {
            remove(child);
        }
    }

    private static void remove(Path place) throws IOException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> tree = Files.walk(place)) {
                tree.sorted(Comparator.reverseOrder()).forEach(RootFilesystem::delete);
            }
        }
    }

    private static void delete(Path place) {
        try {
            Files.delete(place);
        } catch (IOException unremovable) {
            throw new UncheckedIOException("cannot remove %s".formatted(place), unremovable);
        }
    }
}
