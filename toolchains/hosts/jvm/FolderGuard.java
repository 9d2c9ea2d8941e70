package dev.tarebench.hosts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps a guest inside its folders where an engine's WASI follows symbolic links out of them. It knows the folder behind
 * every descriptor and answers, before the engine opens anything, whether a path would end outside.
 */
final class FolderGuard {
    private static final int FIRST_PREOPENED = 3;

    private final Map<Integer, Path> folders = new HashMap<>();
    private final List<Path> roots;

    /** The folders in the order in which the engine numbers them, from descriptor 3. */
    FolderGuard(Collection<Path> preopened) throws IOException {
        int descriptor = FIRST_PREOPENED;
        for (Path folder : preopened) {
            folders.put(descriptor++, folder.toRealPath());
        }
        roots = List.copyOf(folders.values());
    }

    void opened(int descriptor, int folder, String path) {
        Path start = folders.get(folder);
        if (start != null) {
            folders.put(descriptor, start.resolve(path).normalize());
        }
    }

    void renumbered(int from, int to) {
        Path folder = folders.remove(from);
        if (folder != null) {
            folders.put(to, folder);
        }
    }

    boolean allows(int folder, String path, boolean follow) {
        Path start = folders.get(folder);
        if (start == null) {
            // Not a descriptor of a folder: the engine's to refuse.
            return true;
        }
        if (path.startsWith("/")) {
            return false;
        }
        return allows(start.resolve(path).normalize(), follow);
    }

    /** The same for a path of the host's. */
    boolean allows(Path full, boolean follow) {
        boolean isRoot = roots.contains(full);
        return (isRoot || isInside(full.getParent()))
                && (!follow || !Files.isSymbolicLink(full) || isInside(full));
    }

    private boolean isInside(Path path) {
        if (path == null) {
            return false;
        }
        try {
            Path real = path.toRealPath();
            return roots.stream().anyMatch(real::startsWith);
        } catch (IOException absent) {
            // A dangling link could be filled through; anything else that is absent fails in the engine.
            return !Files.isSymbolicLink(path);
        }
    }
}
