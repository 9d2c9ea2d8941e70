package dev.tarebench.benchmarks.plan;

import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.workloads.Size;
import dev.tarebench.workloads.WorkloadVariant;

/** One field of the matrix: an operation on a workload on a target. */
public record Cell(Operation operation, WorkloadVariant workload, Target target) {

    public String id() {
        return operation.prefix() + workload.id() + "@" + target.id();
    }

    /**
     * The cell in words that need no catalogue, as results carry it.
     *
     * @param host the platform of this machine
     */
    public CellDescription describe(Size size, String host) {
        return new CellDescription(
                id(),
                operation.word(),
                workload.suite(),
                workload.workload(),
                workload.language(),
                workload.variant(),
                target.id(),
                size.word(),
                target.platform(host),
                target.tier());
    }
}
