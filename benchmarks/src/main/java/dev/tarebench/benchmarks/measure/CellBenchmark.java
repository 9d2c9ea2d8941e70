package dev.tarebench.benchmarks.measure;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One execution of one cell as JMH sees it; each operation has a class of its own, by which its results are called.
 *
 * <p>JMH does not fork: the child is the fork, and a warm JVM between it and the clock would be noise.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(0)
@Threads(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public abstract class CellBenchmark {

    @Param("unset")
    public String cell = "unset";

    @Setup(Level.Iteration)
    public void layOut() {
        Stage.current().enter(cell);
    }

    @Benchmark
    public void execute() {
        Stage.current().execute();
    }

    @TearDown(Level.Iteration)
    public void judge() {
        Stage.current().after();
    }
}
