package dev.tarebench.toolchains.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The list of an entry's files with their hashes: an entry without one was never finished, one that differs is broken. */
final class Manifest {

    static final String NAME = ".manifest";

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
        List<String> faults = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(directory.resolve(NAME), StandardCharsets.UTF_8)) {
                int gap = line.indexOf("  ");
                if (gap != 64) {
                    return List.of("its manifest is broken");
                }
                Path file = directory.resolve(line.substring(gap + 2));
                if (!Files.isRegularFile(file)) {
                    faults.add("%s is missing".formatted(directory.relativize(file)));
                } else if (!Digest.ofFile(file).equals(line.substring(0, gap))) {
                    faults.add("%s is not the file that was made".formatted(directory.relativize(file)));
                }
            }
        } catch (IOException e) {
            return List.of("its manifest cannot be read");
        }
        return faults;
    }
}
