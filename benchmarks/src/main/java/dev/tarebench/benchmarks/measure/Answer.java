package dev.tarebench.benchmarks.measure;

import dev.tarebench.workloads.SizedRun;
import java.util.Map;

/**
 * What an execution must leave behind to be a sample.
 *
 * @param stdoutSha256 the SHA-256 of standard output, or of each of its parts
 * @param parts how often the guest answers in one execution, each time with the same
 * @param outputs the files that it leaves in its working directory, each with the SHA-256 of its content
 */
record Answer(String stdoutSha256, int parts, Map<String, String> outputs) {

    Answer {
        outputs = Map.copyOf(outputs);
        if (parts < 1) {
            throw new IllegalArgumentException("a guest answers at least once, not %d times".formatted(parts));
        }
    }

    static Answer of(SizedRun run, int parts) {
        return new Answer(run.expectedSha256(), parts, run.outputs());
    }
}
