package dev.tarebench.benchmarks.measure;

import java.util.Optional;

/** Hands a ready cell to the benchmark class that JMH makes for itself, and its trial back; one at a time. */
final class Stage {

    private static Optional<Stage> present = Optional.empty();

    private final Measurable measurable;
    private final int paddingBytes;
    private Optional<Trial> trial = Optional.empty();

    private Stage(Measurable measurable, int paddingBytes) {
        this.measurable = measurable;
        this.paddingBytes = paddingBytes;
    }

    static synchronized Stage set(Measurable measurable, int paddingBytes) {
        Stage stage = new Stage(measurable, paddingBytes);
        present = Optional.of(stage);
        return stage;
    }

    static synchronized Stage current() {
        return present.orElseThrow(() -> new IllegalStateException("no cell is on the stage"));
    }

    static Stage enter(String cell) {
        Stage stage = current();
        if (!stage.measurable.cell().id().equals(cell)) {
            throw new IllegalStateException("JMH asks for the cell %s, but on the stage is %s"
                    .formatted(cell, stage.measurable.cell().id()));
        }
        return stage;
    }

    void before() {
        measurable.before(paddingBytes);
    }

    void execute() {
        measurable.execute();
    }

    void after() {
        trial = Optional.of(measurable.after());
    }

    Trial trial() {
        return trial.orElseThrow(() -> new IllegalStateException("JMH did not execute the cell"));
    }
}
