package dev.tarebench.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarebench.benchmarks.plan.Catalogue;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Schedule;
import dev.tarebench.benchmarks.plan.Selection;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.launch.Instrument;
import dev.tarebench.toolchains.launch.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class MeasurementTest {

    private static final List<Cell> CELLS = Selection.of("startup/noop-c@native|polybench/(2mm|3mm)@native")
            .from(Catalogue.load(Optional.empty()).cells());

    private static final Progressed NOTHING = new Progressed(Set.of(), Set.of());

    private final List<String> events = new ArrayList<>();
    private final List<Trial> told = new ArrayList<>();
    private final Set<Thread> threads = new HashSet<>();

    /** A cell that only notes what is done with it, by its number. */
    private final class Noted implements Measurable {

        private final int number;
        private final Outcome outcome;

        Noted(int number, Outcome outcome) {
            this.number = number;
            this.outcome = outcome;
        }

        @Override
        public Cell cell() {
            return CELLS.get(number);
        }

        @Override
        public void before(int paddingBytes) {
            events.add(number + " before");
        }

        @Override
        public void execute() {
            events.add(number + " execute");
            threads.add(Thread.currentThread());
            if (outcome instanceof Outcome.NotStarted failure) {
                throw new SetupFailure(failure.reason(), "");
            }
        }

        @Override
        public Trial after() {
            events.add(number + " after");
            return new Trial(outcome, Instant.now(), Instrument.EXACT, new TreeMap<>(), Map.of(), List.of(), List.of());
        }

        @Override
        public void clear() {
            events.add(number + " clear");
        }
    }

    private Optional<Measurable> cell(int number) {
        return cell(number, new Outcome.Completed());
    }

    private Optional<Measurable> cell(int number, Outcome outcome) {
        return Optional.of(new Noted(number, outcome));
    }

    private void run(
            List<Optional<Measurable>> cells,
            List<Schedule.Slot> schedule,
            Progressed progressed,
            BooleanSupplier stop) {
        new Measurement(
                        Duration.ofMinutes(1),
                        (slot, measurable, trial) -> {
                            events.add("told %d/%d".formatted(slot.round(), slot.cell()));
                            told.add(trial);
                        },
                        stop)
                .run(cells, schedule, progressed);
    }

    private static Schedule.Slot slot(int round, int order, int cell) {
        return new Schedule.Slot(round, order, cell, 0);
    }

    @Test
    void noThreadIsStartedForAnExecution() {
        run(List.of(cell(0), cell(1)), List.of(slot(1, 0, 1), slot(1, 1, 0)), NOTHING, () -> false);

        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void eachExecutionIsToldAndClearedBeforeTheNextBegins() {
        run(List.of(cell(0), cell(1)), List.of(slot(1, 0, 1), slot(1, 1, 0)), NOTHING, () -> false);

        assertThat(events)
                .containsExactly(
                        "1 before",
                        "1 execute",
                        "1 after",
                        "told 1/1",
                        "1 clear",
                        "0 before",
                        "0 execute",
                        "0 after",
                        "told 1/0",
                        "0 clear");
    }

    @Test
    void everyExecutionHasTheTimeOfJmhsOwnClock() {
        run(List.of(cell(0), cell(1)), List.of(slot(1, 0, 0), slot(1, 1, 1)), NOTHING, () -> false);

        assertThat(told)
                .hasSize(2)
                .allSatisfy(trial -> assertThat(trial.metrics()).containsKey(Metrics.HARNESS.key()));
    }

    @Test
    void anOrderThatRepeatsCellsIsKept() {
        List<Integer> order = List.of(2, 0, 1, 0, 2, 2);
        List<Schedule.Slot> schedule = new ArrayList<>();
        order.forEach(cell -> schedule.add(slot(0, schedule.size(), cell)));

        run(List.of(cell(0), cell(1), cell(2)), schedule, NOTHING, () -> false);

        assertThat(events)
                .filteredOn(event -> event.startsWith("told"))
                .containsExactly("told 0/2", "told 0/0", "told 0/1", "told 0/0", "told 0/2", "told 0/2");
    }

    @Test
    void aCellWhosePrimeFailedIsNotMeasured() {
        Outcome wrong = new Outcome.WrongOutput("it says 1");

        run(List.of(cell(0, wrong), cell(1)), Schedule.of(2, 2, 2, 1), NOTHING, () -> false);

        assertThat(events).filteredOn("told 0/0"::equals).hasSize(1);
        assertThat(events).doesNotContain("told 1/0", "told 2/0").contains("told 1/1", "told 2/1");
    }

    @Test
    void nothingIsBegunAfterAStop() {
        run(List.of(cell(0), cell(1)), Schedule.of(2, 0, 3, 1), NOTHING, () -> told.size() == 3);

        assertThat(events).filteredOn(event -> event.endsWith("before")).hasSize(3);
    }

    @Test
    @Timeout(20)
    void aStopDoesNotWaitForTheRoundsThatAreLeft() {
        run(List.of(cell(0)), Schedule.of(1, 0, 200_000, 1), NOTHING, () -> told.size() == 1);

        assertThat(told).hasSize(1);
    }

    @Test
    void whatIsDoneAlreadyIsNotDoneAgain() {
        run(
                List.of(cell(0), Optional.empty(), cell(2)),
                List.of(slot(1, 0, 0), slot(1, 1, 1), slot(1, 2, 2)),
                new Progressed(Set.of(0), Set.of()),
                () -> false);

        assertThat(events).containsExactly("2 before", "2 execute", "2 after", "told 1/2", "2 clear");
    }

    @Test
    void aFailureOfOursEndsTheRunWithItsOwnReasonAndLeavesNothing() {
        Outcome broken = new Outcome.NotStarted("the disk is full");

        assertThatThrownBy(() ->
                        run(List.of(cell(0), cell(1, broken), cell(2)), Schedule.of(3, 1, 0, 1), NOTHING, () -> false))
                .isInstanceOf(SetupFailure.class)
                .hasMessageContaining("the disk is full");
        assertThat(events).contains("told 0/0").endsWith("1 before", "1 execute", "1 clear");
    }
}
