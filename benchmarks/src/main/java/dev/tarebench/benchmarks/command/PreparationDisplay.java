package dev.tarebench.benchmarks.command;

import dev.tarebench.toolchains.Progress;
import java.time.Duration;
import java.util.function.IntConsumer;

/** Tells how far the preparation is and how long it will still take by its pace so far, now and then. */
final class PreparationDisplay implements IntConsumer {

    /** What takes less is not worth a line. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Progress progress;
    private final int cells;
    private final long begin = System.nanoTime();
    private long told = begin;

    PreparationDisplay(Progress progress, int cells) {
        this.progress = progress;
        this.cells = cells;
    }

    @Override
    public void accept(int prepared) {
        long now = System.nanoTime();
        if (now - told < PAUSE.toNanos() || prepared == cells) {
            return;
        }
        told = now;
        Duration left = Duration.ofNanos((now - begin) / prepared).multipliedBy(cells - prepared);
        progress.report("prepared %d of %d cells, %s left".formatted(prepared, cells, DurationText.about(left)));
    }
}
