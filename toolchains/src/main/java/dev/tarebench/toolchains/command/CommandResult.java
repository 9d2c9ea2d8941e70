package dev.tarebench.toolchains.command;

import static java.util.Objects.requireNonNull;

/**
 * What a tool said, kept apart and together: probes parse its standard output alone, people read both streams.
 *
 * @param exit the exit code; 128 + signal when a signal ended the tool
 * @param output both streams in about the order of their writing; of very long output the beginning and the end
 * @param standardOutput standard output alone, cut in the same way
 */
public record CommandResult(int exit, String output, String standardOutput) {

    public CommandResult {
        requireNonNull(output, "output is null");
        requireNonNull(standardOutput, "standardOutput is null");
    }

    public boolean succeeded() {
        return exit == 0;
    }
}
