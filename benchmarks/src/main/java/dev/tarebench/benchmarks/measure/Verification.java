package dev.tarebench.benchmarks.measure;

import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Decides whether an execution that ended well also answered right; outside the timed region. */
final class Verification {

    private static final int SHOWN_CHARACTERS = 120;

    private Verification() {}

    static Outcome judge(Execution execution, String expectedSha256) {
        if (!(execution.outcome() instanceof Outcome.Completed)) {
            return execution.outcome();
        }
        Path file = execution.stdout().file();
        try {
            String actual = Digest.ofFile(file);
            return actual.equals(expectedSha256)
                    ? execution.outcome()
                    : new Outcome.WrongOutput("standard output has the SHA-256 %s instead of %s; it begins: %s"
                            .formatted(actual, expectedSha256, beginning(file)));
        } catch (IOException e) {
            return new Outcome.WrongOutput("standard output cannot be read: " + e.getMessage());
        }
    }

    private static String beginning(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(SHOWN_CHARACTERS), StandardCharsets.UTF_8);
            return text.isEmpty() ? "(nothing)" : "'%s'".formatted(text.strip());
        }
    }
}
