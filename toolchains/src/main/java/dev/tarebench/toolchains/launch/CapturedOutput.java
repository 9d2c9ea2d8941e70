package dev.tarebench.toolchains.launch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One stream of a child, in the file it was written to. */
public record CapturedOutput(Path file, long bytes) {

    public CapturedOutput {
        requireNonNull(file, "file is null");
        if (bytes < 0) {
            throw new IllegalArgumentException("%s cannot hold %d bytes".formatted(file, bytes));
        }
    }

    /** What the file holds now; a file that was never made holds nothing. */
    static CapturedOutput of(Path file) {
        try {
            return new CapturedOutput(file, Files.size(file));
        } catch (IOException neverMade) {
            return new CapturedOutput(file, 0);
        }
    }
}
