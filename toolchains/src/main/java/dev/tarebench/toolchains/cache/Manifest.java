package dev.tarebench.toolchains.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of an entry's files with their hashes: an entry without one was never finished, one that differs is broken.
 *
 * <p>Hashing a compiler of 180 MB at every start would cost more than what is measured. So the last full check leaves
 * each file's {@link FileState} behind, and only a file that is no longer in it is hashed again.
 */
final class Manifest {

    static final String NAME = ".manifest";

    private static final String CHECKED = ".checked";
    private static final int HASH_LENGTH = 64;

    private Manifest() {}

    static void write(Path directory, List<Path> vouched) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : vouched) {
            lines.add(Digest.ofFile(file) + "  " + directory.relativize(file));
        }
        Files.write(directory.resolve(NAME), lines, StandardCharsets.UTF_8);
    }

    /** What is wrong with the entry; empty when nothing is. */
    static List<String> faults(Path directory) {
        try {
            List<String> lines = Files.readAllLines(directory.resolve(NAME), StandardCharsets.UTF_8);
            List<String> states = new ArrayList<>();
            for (String line : lines) {
                if (line.indexOf("  ") != HASH_LENGTH) {
                    return List.of("its manifest is broken");
                }
                Path file = directory.resolve(line.substring(HASH_LENGTH + 2));
                if (!Files.isRegularFile(file)) {
                    return List.of("%s is missing".formatted(directory.relativize(file)));
                }
                states.add(FileState.of(file) + " " + line);
            }
            return states.equals(checked(directory)) ? List.of() : check(directory, lines, states);
        } catch (IOException e) {
            return List.of("its manifest cannot be read");
        }
    }

    private static List<String> check(Path directory, List<String> lines, List<String> states) throws IOException {
        for (String line : lines) {
            Path file = directory.resolve(line.substring(HASH_LENGTH + 2));
            if (!Digest.ofFile(file).equals(line.substring(0, HASH_LENGTH))) {
                return List.of("%s is not the file that was made".formatted(directory.relativize(file)));
            }
        }
        Path beside = Files.createTempFile(directory, CHECKED, "");
        Files.write(beside, states, StandardCharsets.UTF_8);
        Files.move(beside, directory.resolve(CHECKED), StandardCopyOption.ATOMIC_MOVE);
        return List.of();
    }

    private static List<String> checked(Path directory) throws IOException {
        Path file = directory.resolve(CHECKED);
        return Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }
}
