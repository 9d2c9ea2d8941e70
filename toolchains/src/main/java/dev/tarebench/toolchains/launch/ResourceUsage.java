package dev.tarebench.toolchains.launch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one child used, with those of its own children that it waited for, by the kernel's accounting; what an
 * instrument cannot read is absent, never 0.
 */
public record ResourceUsage(
        Duration wall,
        Optional<Duration> user,
        Optional<Duration> system,
        OptionalLong maxRssBytes,
        OptionalLong minorFaults,
        OptionalLong majorFaults,
        OptionalLong voluntarySwitches,
        OptionalLong involuntarySwitches) {

    public ResourceUsage {
        requireNonNull(wall, "wall is null");
        requireNonNull(user, "user is null");
        requireNonNull(system, "system is null");
        requireNonNull(maxRssBytes, "maxRssBytes is null");
        requireNonNull(minorFaults, "minorFaults is null");
        requireNonNull(majorFaults, "majorFaults is null");
        requireNonNull(voluntarySwitches, "voluntarySwitches is null");
        requireNonNull(involuntarySwitches, "involuntarySwitches is null");
        if (wall.isNegative()) {
            throw new IllegalArgumentException("the wall time %s is negative".formatted(wall));
        }
    }
}
