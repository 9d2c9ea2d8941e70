package dev.tarebench.toolchains.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that one launch is made of, so that an execution can be repeated from its record. */
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
        int environmentPaddingBytes) {

    public Invocation {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        cpus = List.copyOf(cpus);
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
        if (environmentPaddingBytes < 0 || environmentPaddingBytes > 4095) {
            throw new IllegalArgumentException("the environment padding must be 0 to 4095 bytes");
        }
    }
}
