package dev.tarebench.toolchains.containers;

import dev.tarebench.toolchains.cache.Tree;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The pipes through which containerd's clients talk to their containers, in a folder for each. A client removes its own in
 * the end, but not when it is killed, as all are that start many containers at once.
 */
public final class ClientPipes {

    /** Where clients put them unless they are told otherwise. */
    private static final Path USUAL = Path.of("/run/containerd/fifo");

    private final Path folder;

    ClientPipes(Path folder) {
        this.folder = folder;
    }

    public static ClientPipes usual() {
        return new ClientPipes(USUAL);
    }

    /** Removes those of our containers whose owner is wanted gone; other people's stay. */
    public void sweep(Predicate<ProcessIdentity> owner) throws IOException {
        for (Path pipes : in(folder)) {
            boolean wanted = in(pipes).stream()
                    .map(pipe -> String.valueOf(pipe.getFileName()).replaceFirst("-std(in|out|err)$", ""))
                    .flatMap(name -> ContainerId.parse(name).stream())
                    .anyMatch(id -> owner.test(id.owner()));
            if (wanted) {
                Tree.delete(pipes);
            }
        }
    }

    private static List<Path> in(Path place) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.toList();
        } catch (NoSuchFileException | AccessDeniedException notOurs) {
            return List.of();
        }
    }
}
