package dev.tarebench.benchmarks.measure;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Hands ready cells to the benchmark class that JMH makes for itself, and their trials back; one at a time. */
final class Stage {

    private static Optional<Stage> present = Optional.empty();

    private final Iterator<Shot> coming;
    private final BooleanSupplier stopped;
    private final Listener listener;
    private Optional<Shot> shown = Optional.empty();
    private Optional<Trial> trial = Optional.empty();

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

    /** @throws Stopped if nothing more is to be executed */
    void enter(String cell) {
        if (stopped.getAsBoolean()) {
            throw new Stopped();
        }
        Shot next = coming.next();
        shown = Optional.of(next);
        trial = Optional.empty();
        if (!next.measurable().cell().id().equals(cell)) {
            throw new IllegalStateException("JMH asks for the cell %s, but on the stage is %s"
                    .formatted(cell, next.measurable().cell().id()));
        }
        next.measurable().before(next.slot().padding());
    }

    void execute() {
        measurable().execute();
    }

    void after() {
        trial = Optional.of(measurable().after());
    }

    /** Tells of the trial, and clears the stage for the next. */
    void ended(String metric, long value) {
        Shot shot = shot();
        Trial done = trial.orElseThrow(() -> new IllegalStateException("JMH did not execute the cell"))
                .with(metric, value);
        try {
            listener.ended(shot.slot(), shot.measurable(), done);
        } finally {
            clear();
        }
    }

    /** Leaves nothing of what is on the stage, if anything still is. */
    void clear() {
        Optional<Shot> leaving = shown;
        shown = Optional.empty();
        leaving.ifPresent(shot -> shot.measurable().clear());
    }

    private Measurable measurable() {
        return shot().measurable();
    }

    private Shot shot() {
        return shown.orElseThrow(() -> new IllegalStateException("no cell is on the stage"));
    }

    /** The run was interrupted, or its time is over. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
