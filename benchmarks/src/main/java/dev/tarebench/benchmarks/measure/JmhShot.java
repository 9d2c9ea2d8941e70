package dev.tarebench.benchmarks.measure;

import dev.tarebench.reports.journal.Metrics;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Executes one cell once through JMH's own runner. */
final class JmhShot {

    /** JMH interrupts the thread at its own timeout, so ours must come first with certainty. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private static final String JMH = "org.openjdk.jmh.";

    private final TimeValue timeout;

    JmhShot(Duration timeout) {
        // Without it every runner would wait for the lock that the runner before it held a moment ago.
        System.setProperty("jmh.ignoreLock", "true");
        this.timeout = TimeValue.seconds(timeout.plus(MARGIN).toSeconds());
    }

    Trial fire(Measurable measurable, int paddingBytes) {
        Stage stage = Stage.set(measurable, paddingBytes);
        Class<?> benchmark = Benchmarks.of(measurable.cell().operation());
        Options options = new OptionsBuilder()
                .include("^" + Pattern.quote(benchmark.getName()) + "\\.")
                .param("cell", measurable.cell().id())
                .forks(0)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .timeout(timeout)
                .build();
        try {
            Collection<RunResult> results = new Runner(options).run();
            double milliseconds = results.iterator().next().getPrimaryResult().getScore();
            return stage.trial().with(Metrics.HARNESS.key(), Math.round(milliseconds * 1e6));
        } catch (RunnerException e) {
            throw reason(e);
        }
    }

    /** JMH says only that a benchmark failed; what failed stands among the causes, and the suppressed of the causes. */
    private static RuntimeException reason(RunnerException failure) {
        return ours(failure)
                .orElseGet(() ->
                        new IllegalStateException("JMH could not execute the cell: " + failure.getMessage(), failure));
    }

    private static Optional<RuntimeException> ours(Throwable failure) {
        if (failure instanceof RuntimeException found
                && !found.getClass().getName().startsWith(JMH)) {
            return Optional.of(found);
        }
        Stream<Throwable> deeper =
                Stream.concat(Optional.ofNullable(failure.getCause()).stream(), Stream.of(failure.getSuppressed()));
        return deeper.flatMap(next -> ours(next).stream()).findFirst();
    }
}
