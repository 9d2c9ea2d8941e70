package dev.tarebench.reports.comparison;

import dev.tarebench.reports.journal.MachineRecord;
import java.util.Optional;

/** Whether absolute figures of two runs may be set against each other. */
public enum MachineMatch {
    SAME,
    DIFFERENT,
    /** At least one result says nothing about its machine: absolute figures are given, with a warning. */
    UNKNOWN;

    static MachineMatch of(MachineRecord base, MachineRecord other) {
        Optional<String> left = base.fingerprint();
        Optional<String> right = other.fingerprint();
        if (left.isEmpty() || right.isEmpty()) {
            return UNKNOWN;
        }
        return left.equals(right) ? SAME : DIFFERENT;
    }
}
