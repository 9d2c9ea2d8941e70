package dev.tarebench.benchmarks.measure;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does the same to many things, a few at a time, and is done when all are. */
final class Hands {

    private Hands() {}

    static <T> void each(int count, Collection<T> things, Consumer<T> work) {
        ExecutorService hands = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> started = things.stream()
                    .<Future<?>>map(thing -> hands.submit(() -> work.accept(thing)))
                    .toList();
            for (Future<?> future : started) {
                future.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("one of %d tasks failed".formatted(things.size()), failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            hands.shutdown();
        }
    }
}
