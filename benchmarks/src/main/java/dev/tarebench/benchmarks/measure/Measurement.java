package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.plan.Schedule;
import dev.tarebench.toolchains.launch.Outcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Executes the schedule: the primes first, then the rounds. A cell whose prime failed is broken and is not measured; a
 * cell that fails later goes on, since a fault once in N is worth knowing.
 */
public final class Measurement {

    private final JmhShot shot;
    private final Listener listener;
    private final BooleanSupplier stopped;

    /** @param stopped asked before each execution: an interrupt and an exhausted time limit both end the run */
    public Measurement(Duration timeout, Listener listener, BooleanSupplier stopped) {
        this.shot = new JmhShot(timeout);
        this.listener = listener;
        this.stopped = stopped;
    }

    /** Executes every slot that is not done already; a cell that could not be prepared has none. */
    public void run(List<Optional<Measurable>> cells, List<Schedule.Slot> schedule, Progressed progressed) {
        Set<Integer> rejected = new HashSet<>(progressed.rejected());
        for (Schedule.Slot slot : schedule) {
            if (stopped.getAsBoolean()) {
                return;
            }
            Optional<Measurable> cell = cells.get(slot.cell());
            if (cell.isEmpty() || progressed.isDone(slot) || rejected.contains(slot.cell())) {
                continue;
            }
            Trial trial = execute(slot, cell.get());
            if (slot.round() == 0 && !trial.completed()) {
                rejected.add(slot.cell());
            }
        }
    }

    private Trial execute(Schedule.Slot slot, Measurable measurable) {
        try {
            Trial trial = shot.fire(measurable, slot.padding());
            // What was running when the run was interrupted is lost on purpose: a resumed run does it again.
            if (!(trial.outcome() instanceof Outcome.Interrupted)) {
                listener.ended(slot, measurable, trial);
            }
            return trial;
        } finally {
            measurable.clear();
        }
    }
}
