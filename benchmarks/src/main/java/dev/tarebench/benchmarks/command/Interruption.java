package dev.tarebench.benchmarks.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns Ctrl-C and SIGTERM into an orderly end: the running child is ended, what was measured is merged, and only then
 * does the JVM go.
 */
final class Interruption implements AutoCloseable {

    private static final int GRACE_SECONDS = 20;

    private final AtomicBoolean requested = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    /** @param endChild ends whatever is running; called from another thread */
    Interruption(Runnable endChild) {
        hook = new Thread(
                () -> {
                    requested.set(true);
                    endChild.run();
                    awaitFinish();
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean requested() {
        return requested.get();
    }

    private void awaitFinish() {
        try {
            if (!finished.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("the run did not end within %d s of the interrupt".formatted(GRACE_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
        if (!requested.get()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
