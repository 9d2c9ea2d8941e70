package dev.tarebench.toolchains.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * An entry that is being made. Whatever works for it keeps its temporary files beside it, and is known by that:
 * compilers outlive a Tare that was killed, and must be gone before somebody else makes the entry.
 *
 * @param folder holds the entry and the temporary files, and goes away with all that is in it
 */
public record Making(Path folder) {

    private static final String PREFIX = ".making-";
    private static final String ENTRY = "entry";
    private static final String TEMPORARY = "temporary";
    private static final String VARIABLE = "TMPDIR";
    private static final int UUID_LENGTH = 36;
    private static final int END_SECONDS = 10;

    /** Begins beside the place where the entry will be. */
    static Making begin(Path place) throws IOException {
        Making making = new Making(place.resolveSibling(PREFIX + place.getFileName() + "-" + UUID.randomUUID()));
        Files.createDirectories(making.entry());
        return making;
    }

    /** The making of the entry in this folder, if that is what the folder is for. */
    static Optional<Making> of(Path entry) {
        Path folder = entry.toAbsolutePath().resolveSibling(".").normalize();
        return entry.endsWith(ENTRY) && String.valueOf(folder.getFileName()).startsWith(PREFIX)
                ? Optional.of(new Making(folder))
                : Optional.empty();
    }

    /** What a command that works for the entry in this folder must have in its environment. */
    public static Map<String, String> environment(Path entry) throws IOException {
        return Map.of(
                VARIABLE,
                Files.createDirectories(entry.resolveSibling(TEMPORARY)).toString());
    }

    /** All of this kind that was begun and is not finished, whether somebody still works for it or not. */
    static List<Making> unfinished(Path kind) throws IOException {
        List<Making> unfinished = new ArrayList<>();
        if (Files.isDirectory(kind)) {
            try (var folders = Files.newDirectoryStream(kind, PREFIX + "*")) {
                folders.forEach(folder -> unfinished.add(new Making(folder)));
            }
        }
        return unfinished;
    }

    /** Where the entry is made, out of the way of the temporary files. */
    Path entry() {
        return folder.resolve(ENTRY);
    }

    /** Where the entry will be. */
    Path place() {
        String name = String.valueOf(folder.getFileName());
        return folder.resolveSibling(
                name.substring(PREFIX.length(), Math.max(PREFIX.length(), name.length() - UUID_LENGTH - 1)));
    }

    /** Ends whoever still works for it, and removes it. Only the holder of the entry's lock may. */
    void end() throws IOException {
        for (List<ProcessHandle> workers = workers(); !workers.isEmpty(); workers = workers()) {
            workers.forEach(ProcessHandle::destroyForcibly);
            for (ProcessHandle worker : workers) {
                worker.onExit()
                        .completeOnTimeout(worker, END_SECONDS, TimeUnit.SECONDS)
                        .join();
            }
        }
        Tree.delete(folder);
    }

    private List<ProcessHandle> workers() {
        String variable = VARIABLE + "=" + folder.resolve(TEMPORARY);
        return ProcessHandle.allProcesses()
                .filter(process -> environment(process).contains(variable))
                .toList();
    }

    /** That of a process which is gone, or is somebody else's, is of no concern. */
    private static List<String> environment(ProcessHandle process) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
            return List.of(new String(bytes, StandardCharsets.UTF_8).split("\0", -1));
        } catch (IOException e) {
            return List.of();
        }
    }
}
