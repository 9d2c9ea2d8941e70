package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.plan.Schedule;
import dev.tarebench.reports.journal.JournalLine;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How far a run has come, by its journal.
 *
 * @param done the orders of the executions that are journalled
 * @param rejected the cells whose prime failed
 */
public record Progressed(Set<Integer> done, Set<Integer> rejected) {

    public Progressed {
        done = Set.copyOf(done);
        rejected = Set.copyOf(rejected);
    }

    public static Progressed of(Collection<JournalLine> journal, List<Schedule.Slot> schedule) {
        Set<Integer> done = new HashSet<>();
        Set<Integer> rejected = new HashSet<>();
        for (JournalLine line : journal) {
            done.add(line.order());
            if (line.round() == 0 && !line.outcome().equals(JournalLine.COMPLETED)) {
                rejected.add(schedule.get(line.order()).cell());
            }
        }
        return new Progressed(done, rejected);
    }

    public boolean isDone(Schedule.Slot slot) {
        return done.contains(slot.order());
    }
}
