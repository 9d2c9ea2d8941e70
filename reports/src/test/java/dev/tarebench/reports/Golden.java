package dev.tarebench.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file that was approved by eye; {@code -Dgolden.update} writes it anew. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/dev/tarebench/reports/golden");

    private Golden() {}

    public static void verify(String name, String actual) {
        verify(FOLDER.resolve(name), actual);
    }

    public static void verify(Path file, String actual) {
        try {
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual)
                    .as("%s; after a look at the difference, -Dgolden.update accepts it", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
