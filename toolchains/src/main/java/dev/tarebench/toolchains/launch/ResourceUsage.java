package dev.tarebench.toolchains.launch;

import java.time.Duration;
import java.util.OptionalLong;

/** What one child used, by the kernel's accounting; what an instrument cannot read is absent, never 0. */
public record ResourceUsage(
        Duration wall,
        Duration user,
        Duration system,
        OptionalLong maxRssBytes,
        OptionalLong minorFaults,
        OptionalLong majorFaults,
        OptionalLong voluntarySwitches,
        OptionalLong involuntarySwitches) {}
