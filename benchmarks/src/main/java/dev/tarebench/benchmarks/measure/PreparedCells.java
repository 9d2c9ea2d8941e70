package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.command.CommandFailed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * All cells of a run after preparation, in the plan's order: those that can be executed, and why the others cannot.
 *
 * @param failures the index of a cell to the reason
 */
public record PreparedCells(List<Optional<Prepared>> cells, Map<Integer, String> failures) {

    public PreparedCells {
        cells = List.copyOf(cells);
        failures = Map.copyOf(failures);
    }

    /**
     * Prepares with as many hands as there are CPUs; a cell that fails does not stop the others.
     *
     * @param stopped asked before each cell: nothing is begun any more that an interrupt would have to wait for
     * @param progress told how many are done, each time there is one more
     */
    public static PreparedCells of(
            List<Cell> cells, Preparation preparation, BooleanSupplier stopped, IntConsumer progress) {
        ExecutorService hands =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Prepared>> started = cells.stream()
                    .map(cell -> hands.submit(() -> prepare(cell, preparation, stopped)))
                    .toList();
            return collect(started, progress);
        } finally {
            hands.shutdownNow();
        }
    }

    private static Prepared prepare(Cell cell, Preparation preparation, BooleanSupplier stopped) {
        if (stopped.getAsBoolean()) {
            throw new SetupFailure(
                    "%s was not prepared: interrupted before".formatted(cell.id()), "start the run again");
        }
        return preparation.prepare(cell);
    }

    private static PreparedCells collect(List<Future<Prepared>> started, IntConsumer progress) {
        List<Optional<Prepared>> prepared = new ArrayList<>();
        Map<Integer, String> failures = new TreeMap<>();
        for (Future<Prepared> future : started) {
            try {
                prepared.add(Optional.of(future.get()));
            } catch (ExecutionException e) {
                failures.put(prepared.size(), reason(e));
                prepared.add(Optional.empty());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SetupFailure("interrupted while preparing", "", e);
            }
            progress.accept(prepared.size());
        }
        return new PreparedCells(prepared, failures);
    }

    /** What the world did wrong is a reason; what we did wrong is a bug and goes up. */
    private static String reason(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof SetupFailure || cause instanceof CommandFailed) {
            return String.valueOf(cause.getMessage());
        }
        throw new IllegalStateException("preparing a cell failed", cause);
    }

    public Collection<Prepared> ready() {
        return cells.stream().flatMap(Optional::stream).toList();
    }
}
