package dev.tarebench.benchmarks.plan;

import dev.tarebench.workloads.WorkloadVariant;
import java.util.Locale;

/** What is measured of a workload on a target. */
public enum Operation {
    RUN,
    /** The guest's body many times in one process, so that an engine's warm-up can be seen. */
    PROLONGED,
    /** Many containers of one program that does nothing, all at once. */
    DENSITY;

    public static Operation ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether it makes sense. A guest that does not know the shared source cannot be asked to repeat itself, and only
     * an engine keeps a container whose client has gone.
     */
    boolean suits(WorkloadVariant workload, Target target) {
        boolean able =
                switch (this) {
                    case RUN -> true;
                    case PROLONGED -> workload.marked();
                    case DENSITY -> target.inEngineStore();
                };
        return able && workload.reach().allows(word()) && workload.reach().includes(target.place());
    }

    /** What a cell's id begins with; the usual operation is not named. */
    String prefix() {
        return this == RUN ? "" : word() + "/";
    }
}
