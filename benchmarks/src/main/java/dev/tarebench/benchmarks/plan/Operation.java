package dev.tarebench.benchmarks.plan;

import dev.tarebench.workloads.WorkloadVariant;
import java.util.Locale;

/** What is measured of a workload on a target. */
public enum Operation {
    RUN,
    /** The guest's body many times in one process, so that an engine's warm-up can be seen. */
    PROLONGED;

    public static Operation ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A guest that does not know the shared source cannot be asked to repeat itself. */
    boolean suits(WorkloadVariant workload, Target target) {
        boolean able =
                switch (this) {
                    case RUN -> true;
                    case PROLONGED -> workload.marked();
                };
        return able && workload.reach().allows(word()) && workload.reach().includes(target.place());
    }

    /** What a cell's id begins with; the usual operation is not named. */
    String prefix() {
        return this == RUN ? "" : word() + "/";
    }
}
