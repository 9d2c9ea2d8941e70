package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.plan.Operation;
import dev.tarebench.benchmarks.plan.Schedule;
import dev.tarebench.toolchains.launch.Outcome;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Executes the schedule: the primes first, then the rounds. A cell whose prime failed is broken and is not measured; a
 * cell that fails later goes on, since a fault once in N is worth knowing.
 */
public final class Measurement {

    /** As many that a runner of JMH's is nothing beside them, and as few that it is soon at its end after a stop. */
    private static final int LONGEST_STRETCH = 100;

    private final JmhShots shots;
    private final BooleanSupplier stopped;
    private final Set<Integer> rejected = new HashSet<>();

    /** @param stopped asked before each execution: an interrupt and an exhausted time limit both end the run */
    public Measurement(Duration timeout, Listener listener, BooleanSupplier stopped) {
        this.stopped = stopped;
        this.shots = new JmhShots(timeout, stopped, (slot, measurable, trial) -> {
            // What was running when the run was interrupted is lost on purpose: a resumed run does it again.
            if (!(trial.outcome() instanceof Outcome.Interrupted)) {
                listener.ended(slot, measurable, trial);
            }
            if (slot.round() == 0 && !trial.completed()) {
                rejected.add(slot.cell());
            }
        });
    }

    /** Executes every slot that is not done already; a cell that could not be prepared has none. */
    public void run(List<Optional<Measurable>> cells, List<Schedule.Slot> schedule, Progressed progressed) {
        rejected.addAll(progressed.rejected());
        Map<Integer, Shot> stretch = new LinkedHashMap<>();
        for (Schedule.Slot slot : schedule) {
            Optional<Measurable> cell = cells.get(slot.cell());
            if (cell.isEmpty() || progressed.isDone(slot)) {
                continue;
            }
            Shot next = new Shot(slot, cell.get());
            if (!goesOn(stretch, next)) {
                execute(stretch.values());
                stretch.clear();
            }
            stretch.put(slot.cell(), next);
        }
        execute(stretch.values());
    }

    /** Not beyond a round: what its prime says of a cell is known before its first round. */
    private static boolean goesOn(Map<Integer, Shot> stretch, Shot next) {
        return stretch.values().stream()
                .findFirst()
                .filter(first -> stretch.size() < LONGEST_STRETCH)
                .filter(first -> first.slot().round() == next.slot().round())
                .filter(first -> operation(first) == operation(next))
                .filter(first -> !stretch.containsKey(next.slot().cell()))
                .isPresent();
    }

    private static Operation operation(Shot shot) {
        return shot.measurable().cell().operation();
    }

    private void execute(Collection<Shot> stretch) {
        List<Shot> accepted = stretch.stream()
                .filter(shot -> !rejected.contains(shot.slot().cell()))
                .toList();
        if (!accepted.isEmpty() && !stopped.getAsBoolean()) {
            shots.fire(operation(accepted.get(0)), accepted);
        }
    }
}
