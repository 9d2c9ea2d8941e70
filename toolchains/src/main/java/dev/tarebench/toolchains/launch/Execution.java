package dev.tarebench.toolchains.launch;

import java.util.Optional;

/** One launch: how it ended, what it used, what it printed, and how many of its processes had to be ended after it. */
public record Execution(
        Outcome outcome,
        Optional<ResourceUsage> usage,
        Optional<Stamps> stamps,
        CapturedOutput stdout,
        CapturedOutput stderr,
        int survivors,
        Instrument instrument) {}
