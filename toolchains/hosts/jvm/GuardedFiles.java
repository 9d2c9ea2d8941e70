package dev.tarebench.hosts;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/** The host's files as GraalWasm sees them, with a guard before each access: its WASI follows links out of a folder. */
final class GuardedFiles implements FileSystem {
    private final FileSystem files = FileSystem.newDefaultFileSystem();
    private final FolderGuard guard;

    GuardedFiles(FolderGuard guard) {
        this.guard = guard;
    }

    private Path named(Path path) throws AccessDeniedException {
        return checked(path, false);
    }

    private Path reached(Path path, Collection<?> options) throws AccessDeniedException {
        return checked(path, !options.contains(LinkOption.NOFOLLOW_LINKS));
    }

    private Path checked(Path path, boolean follow) throws AccessDeniedException {
        if (!guard.allows(files.toAbsolutePath(path).normalize(), follow)) {
            throw new AccessDeniedException(path.toString());
        }
        return path;
    }

    @Override
    public Path parsePath(URI uri) {
        return files.parsePath(uri);
    }

    @Override
    public Path parsePath(String path) {
        return files.parsePath(path);
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) throws IOException {
        files.checkAccess(reached(path, Arrays.asList(options)), modes, options);
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        files.createDirectory(named(path), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        files.delete(named(path));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return files.newByteChannel(reached(path, options), options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        return files.newDirectoryStream(checked(path, true), filter);
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return files.toAbsolutePath(path);
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) throws IOException {
        return files.toRealPath(reached(path, Arrays.asList(options)), options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
            throws IOException {
        return files.readAttributes(reached(path, Arrays.asList(options)), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        files.setAttribute(reached(path, Arrays.asList(options)), attribute, value, options);
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        files.move(named(from), named(to), options);
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) throws IOException {
        files.copy(checked(from, true), checked(to, true), options);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        files.createLink(named(link), checked(existing, true));
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        files.createSymbolicLink(named(link), target, attributes);
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return files.readSymbolicLink(named(link));
    }
}
