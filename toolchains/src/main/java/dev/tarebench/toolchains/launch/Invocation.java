package dev.tarebench.toolchains.launch;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that one launch is made of, so that an execution can be repeated from its record.
 *
 * @param command the program, as a path or by its name on the PATH, and its arguments
 * @param environment all that the child gets, but for the padding
 * @param standardInput what the child reads; without it there is nothing to read
 * @param outputLimitBytes the largest file the child may write, its two streams among them
 * @param cpus where it may run; empty: everywhere
 * @param environmentPaddingBytes the length of one more variable, which moves the child's stack
 * @param cgroups the folders of the cgroups that the child is born into
 */
public record Invocation(
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Optional<Path> standardInput,
        Path standardOutput,
        Path standardError,
        Duration timeout,
        long outputLimitBytes,
        List<Integer> cpus,
        int environmentPaddingBytes,
        List<Path> cgroups) {

    public static final int LARGEST_PADDING = 4095;

    /** What pads the environment, in every kind of vessel. */
    public static final String PADDING_VARIABLE = "TARE_PADDING";

    public Invocation {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        cpus = List.copyOf(cpus);
        cgroups = List.copyOf(cgroups);
        requireNonNull(directory, "directory is null");
        requireNonNull(standardInput, "standardInput is null");
        requireNonNull(standardOutput, "standardOutput is null");
        requireNonNull(standardError, "standardError is null");
        if (command.isEmpty()) {
            throw new IllegalArgumentException("an invocation needs a command");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "the timeout of %s is %s; it must be positive".formatted(command, timeout));
        }
        if (outputLimitBytes <= 0) {
            throw new IllegalArgumentException("the output limit of %s must be positive".formatted(command));
        }
        if (cpus.stream().anyMatch(cpu -> cpu < 0)) {
            throw new IllegalArgumentException("the CPUs %s of %s hold a negative number".formatted(cpus, command));
        }
        if (environmentPaddingBytes < 0 || environmentPaddingBytes > LARGEST_PADDING) {
            throw new IllegalArgumentException("the environment padding must be 0 to 4095 bytes");
        }
    }
}
