package dev.tarebench.benchmarks.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A guest that has run, with all that a failed assertion must show. */
record Ended(List<String> command, Execution execution) {

    Outcome outcome() {
        return execution.outcome();
    }

    Path stdoutFile() {
        return execution.stdout().file();
    }

    String stdout() {
        return text(stdoutFile());
    }

    String stderr() {
        return text(execution.stderr().file());
    }

    /** It came to its own end with exit code 0 and this standard output. */
    void completedWith(String expected) {
        assertThat(outcome()).as(toString()).isEqualTo(new Outcome.Completed());
        assertThat(stdout()).as(toString()).isEqualTo(expected);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("what a guest wrote is not UTF-8 or cannot be read: " + file, e);
        }
    }

    @Override
    public String toString() {
        String errors = stderr();
        return "%s %s; standard error: %s"
                .formatted(
                        String.join(" ", command),
                        outcome().explanation(),
                        errors.substring(0, Math.min(2000, errors.length())));
    }
}
