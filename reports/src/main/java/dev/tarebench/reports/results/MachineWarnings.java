package dev.tarebench.reports.results;

import dev.tarebench.reports.journal.MachineRecord;
import java.util.ArrayList;
import java.util.List;

/** What the record of a machine says against the figures that were measured on it. */
final class MachineWarnings {

    private MachineWarnings() {}

    static List<String> of(MachineRecord machine) {
        List<String> warnings = new ArrayList<>();
        machine.selftestFailures().forEach(failure -> warnings.add("selftest failed: " + failure));
        machine.forced()
                .forEach(change -> warnings.add(
                        "the run was resumed by --force although %s; the executions since say so".formatted(change)));
        machine.disturbances().forEach(disturbance -> warnings.add("noise: " + disturbance));
        return warnings;
    }
}
