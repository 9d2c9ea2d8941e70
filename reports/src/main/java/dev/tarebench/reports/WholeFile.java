package dev.tarebench.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes beside, then renames: nobody ever reads half a file, and a failure leaves the old one as it was. */
public final class WholeFile {
    private WholeFile() {}

    public static void write(Path file, CharSequence text) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(file.toString(), null, "its folder does not exist");
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
