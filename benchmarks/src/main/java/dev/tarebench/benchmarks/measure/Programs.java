package dev.tarebench.benchmarks.measure;

import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.FileState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that a cell executes, as they were when it was prepared: an engine that is upgraded in the middle of a night's
 * run would else be recorded under the version of the evening.
 */
final class Programs {

    private final SortedMap<Path, Optional<String>> identities = new TreeMap<>();

    private Programs(Stream<Path> files) {
        files.forEach(file -> identities.put(file, identity(file)));
    }

    /** Everything that the vessel names by its path, and what the record of the machine tells the engine by. */
    static Programs of(Prepared prepared, Path directory) {
        Stream<Path> named = prepared.vessel().named(directory).stream();
        Stream<Path> engines = prepared.tools().stream()
                .filter(tool -> !tool.equals(prepared.artifact().compiler()))
                .map(tool -> tool.file().toAbsolutePath());
        return new Programs(
                Stream.of(named, engines, Stream.of(prepared.artifact().file()))
                        .flatMap(files -> files)
                        .filter(Files::isRegularFile));
    }

    /** Ends the run if one of them is no longer the same: what was executed cannot be told. */
    void requireUnchanged(String cell) {
        identities.forEach((file, before) -> {
            if (!identity(file).equals(before)) {
                throw new SetupFailure(
                        "%s was %s while %s was measured; the execution that was running is no sample"
                                .formatted(file, Files.exists(file) ? "replaced" : "removed", cell),
                        "put it back and go on with: run --resume, or begin a new run");
            }
        });
    }

    private static Optional<String> identity(Path file) {
        try {
            return Optional.of(FileState.of(file).identity());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
