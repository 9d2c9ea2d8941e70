package dev.tarebench.benchmarks.measure;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Where JMH executes benchmarks: on the thread that asks for it. JMH's own executors start a thread for every benchmark,
 * which takes as long as a small guest and does nothing but wait for it.
 */
public final class CallersThread extends AbstractExecutorService {

    private boolean shut;

    /** As JMH makes it, which cannot know that one thread is all there is. */
    public CallersThread(int threads, String prefix) {
        if (threads != 1) {
            throw new IllegalArgumentException("%s asks for %d threads, and there is one".formatted(prefix, threads));
        }
    }

    /** Has JMH use it, which must be said before the first benchmark. */
    static void serveJmh() {
        System.setProperty("jmh.executor", "CUSTOM");
        System.setProperty("jmh.executor.class", CallersThread.class.getName());
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public void shutdown() {
        shut = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shut;
    }

    @Override
    public boolean isTerminated() {
        return shut;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
