package dev.tarebench.benchmarks.measure;

import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.toolchains.launch.Stamps;
import java.util.Map;
import java.util.Optional;

/** Start-up, run and teardown: the guest's marks set between the launcher's stamps. */
final class Phases {

    /** A real-time clock that moved further against the monotonic one than this was stepped, and splits nothing. */
    static final long MOST_DRIFT_NS = 1_000_000;

    private Phases() {}

    /** Adds the phases that hold; the reason comes back when they do not. */
    static Optional<String> split(Stamps stamps, Marks marks, Map<String, Long> metrics) {
        marks.kernelNs().ifPresent(kernel -> metrics.put(Metrics.KERNEL.key(), kernel));
        if (marks.beginNs().isEmpty() || marks.endNs().isEmpty()) {
            return Optional.of("no phases: the guest's marks are missing");
        }
        if (stamps.driftNs() > MOST_DRIFT_NS) {
            return Optional.of("no phases: the real-time clock moved by %d ns against the monotonic one"
                    .formatted(stamps.driftNs()));
        }
        long startup = marks.beginNs().getAsLong() - stamps.spawnRealNs();
        long run = marks.endNs().getAsLong() - marks.beginNs().getAsLong();
        long teardown = stamps.reapRealNs() - marks.endNs().getAsLong();
        if (startup < 0 || run < 0 || teardown < 0) {
            return Optional.of("no phases: a phase is negative (start-up %d, run %d, teardown %d ns)"
                    .formatted(startup, run, teardown));
        }
        metrics.put(Metrics.STARTUP.key(), startup);
        metrics.put(Metrics.RUN.key(), run);
        metrics.put(Metrics.TEARDOWN.key(), teardown);
        return Optional.empty();
    }
}
