package dev.tarebench.benchmarks.endtoend;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something to become true, and fails when it does not within ten minutes. */
public final class Waiting {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private Waiting() {}

    public static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited for %s in vain".formatted(LIMIT));
            }
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
    }
}
