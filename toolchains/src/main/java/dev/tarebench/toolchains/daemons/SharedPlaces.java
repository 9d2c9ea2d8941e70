package dev.tarebench.toolchains.daemons;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The places that are written into containerd's programs, so that every containerd of a machine shares them. */
final class SharedPlaces {

    private static final Path FOLDER = Path.of("/run/containerd");

    /** Where shims put their sockets, and runc and runwasi's engines their state; daemons of our own see others there. */
    static final List<Path> HIDDEN = Stream.of("s", "runc", "wamr", "wasmedge", "wasmer", "wasmtime")
            .map(FOLDER::resolve)
            .toList();

    /** Where clients put the pipes of their containers; these are outside, and so are the pipes. */
    private static final Path PIPES = FOLDER.resolve("fifo");

    private SharedPlaces() {}

    /** Takes away what is empty; another containerd's are not. */
    static void removeEmpty() throws IOException {
        for (Path place : HIDDEN) {
            removeEmpty(place);
        }
        removeEmpty(PIPES);
        removeEmpty(FOLDER);
    }

    private static void removeEmpty(Path place) throws IOException {
        try {
            Files.delete(place);
        } catch (DirectoryNotEmptyException | NoSuchFileException used) {
            // Somebody else's, or somebody else was faster.
            return;
        }
    }
}
