package dev.tarebench.toolchains.daemons;

import dev.tarebench.toolchains.cache.FileLock;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.containers.ProcessIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Removes what daemons of killed runs left: files only, since all else ended with their keepers. */
final class DaemonSweep {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path all;

    DaemonSweep(Path all) {
        this.all = all;
    }

    /** The lock that a run holds for as long as its daemons may run. */
    static Path lock(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".lock");
    }

    void sweep() throws IOException {
        if (!Files.isDirectory(all)) {
            return;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, Files::isDirectory)) {
            for (Path folder : folders) {
                Optional<FileLock> free = FileLock.tryAcquire(lock(folder));
                if (free.isPresent()) {
                    keeper(folder).ifPresent(DaemonSweep::end);
                    remove(folder);
                    free.get().close();
                }
            }
        }
    }

    static void remove(Path folder) throws IOException {
        Tree.delete(folder);
        Files.deleteIfExists(lock(folder));
        SharedPlaces.removeEmpty();
    }

    /** The keeper of a dead run, which may not have got to its own end yet. */
    private static Optional<ProcessHandle> keeper(Path folder) throws IOException {
        Path file = new DaemonPlaces(folder).keeper();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] parts = Files.readString(file, StandardCharsets.US_ASCII).split(" ", -1);
        ProcessIdentity identity = new ProcessIdentity(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        return identity.alive() ? ProcessHandle.of(identity.pid()) : Optional.empty();
    }

    private static void end(ProcessHandle keeper) {
        try {
            keeper.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stuck) {
            keeper.destroyForcibly();
        } catch (InterruptedException interrupted) {
            keeper.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
