package dev.tarebench.benchmarks.plan;

import java.util.Locale;

/** What is measured of a workload on a target. */
public enum Operation {
    RUN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a cell's id begins with; the usual operation is not named. */
    String prefix() {
        return this == RUN ? "" : word() + "/";
    }
}
