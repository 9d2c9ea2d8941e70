package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.plan.Schedule;

/** Told of every execution as it ends: the journal and the progress line both listen. */
@FunctionalInterface
public interface Listener {

    void ended(Schedule.Slot slot, Measurable measurable, Trial trial);
}
