package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.plan.Operation;
import dev.tarebench.reports.journal.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Executes cells once each, one after the other, through JMH's own runner. */
final class JmhShots {

    /** JMH interrupts the thread at its own timeout, so ours must come first with certainty. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final TimeValue timeout;
    private final BooleanSupplier stopped;
    private final Listener listener;

    JmhShots(Duration timeout, BooleanSupplier stopped, Listener listener) {
        // Without it every runner would wait for the lock that the runner before it held a moment ago.
        System.setProperty("jmh.ignoreLock", "true");
        CallersThread.serveJmh();
        this.timeout = TimeValue.seconds(timeout.plus(MARGIN).toSeconds());
        this.stopped = stopped;
        this.listener = listener;
    }

    /**
     * Executes them in this order, until something stops it.
     *
     * @param shots of one operation, none of the same cell as another: they are the values of one parameter of JMH's,
     *     since a runner for each would take as long as a small guest
     */
    void fire(Operation operation, List<Shot> shots) {
        Options options = new OptionsBuilder()
                .include("^" + Pattern.quote(Benchmarks.of(operation).getName()) + "\\.")
                .param(
                        "cell",
                        shots.stream()
                                .map(shot -> shot.measurable().cell().id())
                                .toArray(String[]::new))
                .forks(0)
                .shouldFailOnError(true)
                .timeout(timeout)
                .build();
        try (Stage stage = Stage.set(shots, stopped, listener)) {
            new Runner(options, new Score(score -> stage.ended(Metrics.HARNESS.key(), Math.round(score * 1e6)))).run();
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not execute the cells: " + e.getMessage(), e);
        }
    }
}
