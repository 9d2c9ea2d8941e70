package dev.tarebench.benchmarks.measure;

import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Decides whether an execution that ended well also answered right; outside the timed region. */
final class Verification {

    private static final int SHOWN_CHARACTERS = 120;

    private Verification() {}

    /** @param inputs what the working directory held before */
    static Outcome judge(Execution execution, Answer answer, Path directory, Map<String, Path> inputs) {
        if (!(execution.outcome() instanceof Outcome.Completed)) {
            return execution.outcome();
        }
        try {
            Optional<String> fault = standardOutput(execution.stdout().file(), answer)
                    .or(() -> LeftFiles.fault(directory, inputs, answer.outputs()));
            return fault.isPresent() ? new Outcome.WrongOutput(fault.get()) : execution.outcome();
        } catch (IOException e) {
            return new Outcome.WrongOutput("standard output cannot be read: " + e.getMessage());
        }
    }

    private static Optional<String> standardOutput(Path file, Answer answer) throws IOException {
        for (String actual : Parts.sha256(file, answer.parts())) {
            if (!actual.equals(answer.stdoutSha256())) {
                return Optional.of("standard output has the SHA-256 %s%s instead of %s; it begins: %s"
                        .formatted(
                                actual,
                                answer.parts() == 1 ? "" : " in one of its %d parts".formatted(answer.parts()),
                                answer.stdoutSha256(),
                                beginning(file)));
            }
        }
        return Optional.empty();
    }

    private static String beginning(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(SHOWN_CHARACTERS), StandardCharsets.UTF_8);
            return text.isEmpty() ? "(nothing)" : "'%s'".formatted(text.strip());
        }
    }
}
