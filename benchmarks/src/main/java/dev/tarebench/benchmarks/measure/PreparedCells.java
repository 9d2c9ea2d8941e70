package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.command.CommandFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * All cells of a run after preparation, in the plan's order: those that can be executed, and why the others cannot.
 *
 * @param failures the index of a cell to the reason
 */
public record PreparedCells(List<Optional<Prepared>> cells, Map<Integer, String> failures) {

    private static final Duration GLANCE = Duration.ofMillis(100);

    public PreparedCells {
        cells = List.copyOf(cells);
        failures = Map.copyOf(failures);
    }

    /**
     * Prepares with as many hands as there are CPUs; a cell that fails does not stop the others.
     *
     * @param stopped asked before each cell and all the while: nothing is begun any more that an interrupt would have to
     *     wait for, and what was begun is ended
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
            return collect(started, stopped, progress);
        } finally {
            rest(hands);
        }
    }

    /** Waits until nobody makes anything any more, so that what was half made can be removed. */
    private static void rest(ExecutorService hands) {
        hands.shutdownNow();
        try {
            hands.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Prepared prepare(Cell cell, Preparation preparation, BooleanSupplier stopped) {
        if (stopped.getAsBoolean()) {
            throw new SetupFailure(
                    "%s was not prepared: interrupted before".formatted(cell.id()), "start the run again");
        }
        return preparation.prepare(cell);
    }

    private static PreparedCells collect(
            List<Future<Prepared>> started, BooleanSupplier stopped, IntConsumer progress) {
        List<Optional<Prepared>> prepared = new ArrayList<>();
        Map<Integer, String> failures = new TreeMap<>();
        for (Future<Prepared> future : started) {
            try {
                prepared.add(Optional.of(await(future, started, stopped)));
            } catch (CancellationException e) {
                failures.put(prepared.size(), "was not prepared: interrupted before");
                prepared.add(Optional.empty());
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

    /** A tool that was begun a moment after the interrupt would not know of it, so whoever waits for it is told. */
    private static Prepared await(Future<Prepared> future, List<Future<Prepared>> all, BooleanSupplier stopped)
            throws ExecutionException, InterruptedException {
        while (true) {
            try {
                return future.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException later) {
                if (stopped.getAsBoolean()) {
                    all.forEach(each -> each.cancel(true));
                }
            }
        }
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
