package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.measure.Listener;
import dev.tarebench.benchmarks.measure.Measurable;
import dev.tarebench.benchmarks.measure.Trial;
import dev.tarebench.benchmarks.plan.Schedule;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.toolchains.launch.Outcome;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shows how far a run is and how long it will still take.
 *
 * <p>It writes only between executions, and has no thread of its own: a bar that draws itself would be noise.
 */
final class ProgressDisplay implements Listener {

    private final PrintWriter out;
    private final boolean terminal;
    private final List<Schedule.Slot> schedule;
    private final Map<Integer, Long> shortest = new HashMap<>();
    private final Map<Integer, Integer> left = new HashMap<>();
    private int passed;
    private int ended;
    private int round = -1;
    private long lastEndNs = System.nanoTime();

    ProgressDisplay(PrintWriter out, boolean terminal, List<Schedule.Slot> schedule) {
        this.out = out;
        this.terminal = terminal;
        this.schedule = schedule;
        schedule.forEach(slot -> left.merge(slot.cell(), 1, Integer::sum));
    }

    @Override
    public void ended(Schedule.Slot slot, Measurable measurable, Trial trial) {
        long now = System.nanoTime();
        shortest.merge(slot.cell(), now - lastEndNs, Math::min);
        lastEndNs = now;
        ended++;
        for (; passed <= slot.order(); passed++) {
            left.merge(schedule.get(passed).cell(), -1, Integer::sum);
        }
        if (terminal) {
            out.print("\r\u001b[K" + line(measurable, trial) + estimate());
        } else if (slot.round() == 0) {
            out.println(line(measurable, trial) + estimate());
        } else if (slot.round() != round) {
            out.println("round %d%s".formatted(slot.round(), estimate()));
        }
        if (!trial.completed()) {
            out.println((terminal ? "\r\u001b[K" : "") + "FAILED "
                    + measurable.cell().id() + " " + trial.outcome().explanation());
        }
        round = slot.round();
        out.flush();
    }

    private String line(Measurable measurable, Trial trial) {
        return "[%d/%d] %s %s"
                .formatted(ended, schedule.size(), measurable.cell().id(), result(trial));
    }

    private static String result(Trial trial) {
        Long wall = trial.metrics().get(Metrics.WALL.key());
        return trial.outcome() instanceof Outcome.Completed && wall != null
                ? String.format(Locale.ROOT, "%.2f ms", wall / 1e6)
                : trial.outcome().word();
    }

    /** Of each cell, what its executions took so far, for those that are still to come. */
    private String estimate() {
        if (shortest.size() < left.size()) {
            return "";
        }
        long nanoseconds = left.entrySet().stream()
                .mapToLong(cell -> cell.getValue() * shortest.getOrDefault(cell.getKey(), 0L))
                .sum();
        return ", %s left".formatted(DurationText.about(Duration.ofNanos(nanoseconds)));
    }

    void close() {
        if (terminal) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
