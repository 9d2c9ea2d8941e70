package dev.tarebench.benchmarks.command;

import dev.tarebench.workloads.Size;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a run can be told; the Maven properties of the same names are handed on as these. */
final class RunOptions {

    /**
     * Every suite and every kind of target that comes cheaply, in about two minutes; an engine on the JVM takes a second
     * for each launch, so it shows what it can with one program.
     */
    static final String DEFAULT_REGEX = "(startup/(noop|hello)-c|polybench/(gemm|lu|jacobi-2d|nussinov|deriche|durbin))"
            + "@(native|wasmtime-(cranelift|aot|winch|pulley)|node-default)|polybench/gemm@chicory-compiler";

    @Parameters(
            arity = "0..1",
            paramLabel = "REGEX",
            description = "which cells, searched for in their ids; a small useful selection when left out")
    Optional<String> regex = Optional.empty();

    @Option(names = "--size", description = "mini, small, medium, large, extralarge, paper (${DEFAULT-VALUE})")
    Size size = Size.SMALL;

    @Option(names = "--rounds", description = "samples of each cell (${DEFAULT-VALUE})")
    int rounds = 10;

    @Option(names = "--seed", description = "orders the rounds; chosen and recorded when left out")
    Optional<Long> seed = Optional.empty();

    @Option(
            names = "--time-limit",
            paramLabel = "DURATION",
            description = "start nothing more after this, e.g. 90s, 10m")
    Optional<Duration> timeLimit = Optional.empty();

    @Option(names = "--timeout", paramLabel = "DURATION", description = "end an execution after this (5m)")
    Duration timeout = Duration.ofMinutes(5);

    @Option(names = "--cpus", paramLabel = "N", description = "let every measured process use N CPUs only")
    Optional<Integer> cpus = Optional.empty();

    @Option(
            names = "--prime",
            description = "verified executions before the rounds, which are no samples (${DEFAULT-VALUE})")
    int prime = 1;

    @Option(
            names = "--prolonged",
            paramLabel = "N",
            description = "how often a cell of prolonged/… does its work in one process (${DEFAULT-VALUE})")
    int prolonged = 20;

    @Option(
            names = "--containers",
            paramLabel = "N",
            split = ",",
            description = "how many containers a cell of density/… runs at once, one cell for each number (10,100,400)")
    List<Integer> containers = List.of(10, 100, 400);

    @Option(names = "--out", paramLabel = "DIR", description = "where the run's files go (target/bench/<run-id>)")
    Optional<Path> out = Optional.empty();

    @Option(names = "--baseline", paramLabel = "RUN", description = "an earlier run; fail when this one is worse")
    Optional<Path> baseline = Optional.empty();

    @Option(names = "--max-slowdown", paramLabel = "PERCENT", description = "what --baseline lets pass (5%%)")
    Percentage slowdown = new Percentage(0.05);

    @Option(names = "--dry-run", description = "show what would be measured, and measure nothing")
    boolean dryRun;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "go on with an interrupted run; takes everything from its plan")
    Optional<Path> resume = Optional.empty();

    @Option(
            names = "--force",
            description = "with --resume: go on even with another engine, module or machine; every execution says so")
    boolean force;

    String regexOrDefault() {
        return regex.orElse(DEFAULT_REGEX);
    }
}
