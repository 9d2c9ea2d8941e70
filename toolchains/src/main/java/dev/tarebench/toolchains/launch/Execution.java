package dev.tarebench.toolchains.launch;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** One launch: how it ended, what it used, what it printed, and how many of its processes had to be ended after it. */
public record Execution(
        Outcome outcome,
        Optional<ResourceUsage> usage,
        Optional<Stamps> stamps,
        CapturedOutput stdout,
        CapturedOutput stderr,
        int survivors,
        Instrument instrument) {

    public Execution {
        requireNonNull(outcome, "outcome is null");
        requireNonNull(usage, "usage is null");
        requireNonNull(stamps, "stamps is null");
        requireNonNull(stdout, "stdout is null");
        requireNonNull(stderr, "stderr is null");
        requireNonNull(instrument, "instrument is null");
        if (survivors < 0) {
            throw new IllegalArgumentException("the number of survivors is %d".formatted(survivors));
        }
    }

    /** The same launch, of which more is known than its exit code told. */
    public Execution endedAs(Outcome other) {
        return new Execution(other, usage, stamps, stdout, stderr, survivors, instrument);
    }

    /** Of a child that never ran. */
    static Execution withoutFigures(Invocation invocation, Outcome outcome, Instrument instrument) {
        return new Execution(
                outcome,
                Optional.empty(),
                Optional.empty(),
                CapturedOutput.of(invocation.standardOutput()),
                CapturedOutput.of(invocation.standardError()),
                0,
                instrument);
    }
}
