package dev.tarebench.benchmarks.command;

import dev.tarebench.toolchains.command.Command;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Turns Ctrl-C and SIGTERM into an orderly end: the running child is ended, what was measured is merged and what was
 * half made is removed, and only then does the JVM go.
 */
final class Interruption implements AutoCloseable {

    private static final int GRACE_SECONDS = 20;
    /** An engine may take minutes to remove the images of a large run. */
    private static final int CLEARING_SECONDS = 600;

    private final AtomicBoolean requested = new AtomicBoolean();
    private final AtomicBoolean clearing = new AtomicBoolean();
    private final AtomicReference<Runnable> endChild = new AtomicReference<>(() -> {});
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interruption");

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Names what ends whatever is running; it is called from another thread. */
    void ends(Runnable running) {
        endChild.set(running);
        if (requested.get()) {
            running.run();
        }
    }

    /** Says that nothing more is begun, and only what was made is being removed. */
    void clears() {
        clearing.set(true);
    }

    private void interrupt() {
        requested.set(true);
        endChild.get().run();
        awaitFinish();
    }

    boolean requested() {
        return requested.get();
    }

    private void awaitFinish() {
        try {
            int patience = GRACE_SECONDS;
            boolean ended = finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
            if (!ended && clearing.get()) {
                System.err.println(
                        "still removing what the run put into its engines; kill -9 ends that, and 'clean' goes on");
                patience += CLEARING_SECONDS;
                ended = finished.await(CLEARING_SECONDS, TimeUnit.SECONDS);
            }
            if (!ended) {
                System.err.println("the command did not end within %d s of the interrupt".formatted(patience));
                Command.killAll();
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
