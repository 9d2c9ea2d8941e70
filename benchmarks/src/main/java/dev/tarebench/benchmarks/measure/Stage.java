package dev.tarebench.benchmarks.measure;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Hands ready cells to the benchmark class that JMH makes for itself, and their trials back; one at a time.
 *
 * <p>Once the run is stopped, or something of ours has failed, the stage stays empty and whatever JMH still asks for does
 * nothing. JMH itself never sees a failure: it would keep the state of the benchmark that failed for the next.
 */
final class Stage implements AutoCloseable {

    private static Optional<Stage> present = Optional.empty();

    private final Iterator<Shot> coming;
    private final BooleanSupplier stopped;
    private final Listener listener;
    private Optional<Shot> shown = Optional.empty();
    private Optional<Trial> trial = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();

    private Stage(List<Shot> shots, BooleanSupplier stopped, Listener listener) {
        this.coming = shots.iterator();
        this.stopped = stopped;
        this.listener = listener;
    }

    /** JMH makes its benchmark by itself and knows nothing but a cell's id, so the stage is found by everybody. */
    static synchronized Stage set(List<Shot> shots, BooleanSupplier stopped, Listener listener) {
        Stage stage = new Stage(shots, stopped, listener);
        present = Optional.of(stage);
        return stage;
    }

    static synchronized Stage current() {
        return present.orElseThrow(() -> new IllegalStateException("no cell is on the stage"));
    }

    void enter(String cell) {
        if (failure.isPresent() || stopped.getAsBoolean()) {
            return;
        }
        Shot next = coming.next();
        shown = Optional.of(next);
        trial = Optional.empty();
        attempt(() -> {
            if (!next.measurable().cell().id().equals(cell)) {
                throw new IllegalStateException("JMH asks for the cell %s, but on the stage is %s"
                        .formatted(cell, next.measurable().cell().id()));
            }
            next.measurable().before(next.slot().padding());
        });
    }

    void execute() {
        attempt(() -> shown.ifPresent(shot -> shot.measurable().execute()));
    }

    void after() {
        attempt(() -> trial = shown.map(shot -> shot.measurable().after()));
    }

    /** Tells of the trial, and clears the stage for the next. */
    void ended(String metric, long value) {
        attempt(() -> shown.ifPresent(shot ->
                trial.ifPresent(done -> listener.ended(shot.slot(), shot.measurable(), done.with(metric, value)))));
        clear();
    }

    /** Does the step, unless one before it has failed. */
    private void attempt(Runnable step) {
        if (failure.isEmpty()) {
            keep(step);
        }
    }

    /** Leaves nothing of what was laid out, whatever became of it. */
    private void clear() {
        Optional<Shot> leaving = shown;
        shown = Optional.empty();
        keep(() -> leaving.ifPresent(shot -> shot.measurable().clear()));
    }

    private void keep(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            // The first is the reason of all that follow.
            if (failure.isEmpty()) {
                failure = Optional.of(e);
            }
        }
    }

    /** Throws what failed, if anything did. */
    @Override
    public void close() {
        clear();
        failure.ifPresent(thrown -> {
            throw thrown;
        });
    }
}
