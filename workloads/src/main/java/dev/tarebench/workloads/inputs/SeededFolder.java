package dev.tarebench.workloads.inputs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A folder of texts and of bytes without order, by turns, of equal sizes. */
public record SeededFolder(long seed, long files, long bytes) implements InputSource {

    private static final int FILES_IN_A_PART = 8;

    @Override
    public List<String> identity() {
        return List.of("folder", Long.toString(seed), Long.toString(files), Long.toString(bytes));
    }

    @Override
    public void writeTo(Path place, InputStore store) throws IOException {
        for (long file = 0; file < files; file++) {
            Path part = Files.createDirectories(place.resolve("part-" + file / FILES_IN_A_PART));
            long size = bytes * (file + 1) / files - bytes * file / files;
            boolean text = file % 2 == 0;
            InputSource content = text ? new SeededText(seed + file, size) : new SeededBytes(seed + file, size);
            content.writeTo(part.resolve(String.format(Locale.ROOT, text ? "%03d.txt" : "%03d.bin", file)), store);
        }
    }
}
