package dev.tarebench.benchmarks.measure;

import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.toolchains.containers.ControlGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** What a control group of ours counted, and its end. */
final class GroupReading {

    private GroupReading() {}

    static void read(ControlGroup group, Map<String, Long> metrics) {
        try {
            group.peakBytes().ifPresent(peak -> metrics.put(Metrics.CGROUP_PEAK.key(), peak));
            group.cpuTime().ifPresent(cpu -> metrics.put(Metrics.CGROUP_CPU.key(), cpu.toNanos()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the control group %s".formatted(group.path()), unreadable);
        }
    }

    static void close(ControlGroup group) {
        try {
            group.close();
        } catch (IOException busy) {
            throw new UncheckedIOException("cannot remove the control group %s".formatted(group.path()), busy);
        }
    }
}
