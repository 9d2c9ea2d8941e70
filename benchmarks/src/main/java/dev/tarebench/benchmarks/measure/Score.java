package dev.tarebench.benchmarks.measure;

import java.util.Collection;
import java.util.function.DoubleConsumer;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Hears from JMH each benchmark's score as soon as it has ended, and prints nothing of what JMH says. */
record Score(DoubleConsumer milliseconds) implements OutputFormat {

    @Override
    public void endBenchmark(BenchmarkResult result) {
        milliseconds.accept(result.getPrimaryResult().getScore());
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {}

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {}

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {}

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> results) {}

    @Override
    public void print(String text) {}

    @Override
    public void println(String text) {}

    @Override
    public void verbosePrintln(String text) {}

    @Override
    public void write(int character) {}

    @Override
    public void write(byte[] characters) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
