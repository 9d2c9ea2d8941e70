package dev.tarebench.benchmarks.command;

import dev.tarebench.reports.comparison.Bounds;
import dev.tarebench.reports.comparison.Gate;
import dev.tarebench.reports.results.RunReader;
import dev.tarebench.reports.text.GateText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fails when a run is slower, or needs more memory, than the one before it, beyond the bound and beyond chance. */
@Command(name = "gate", mixinStandardHelpOptions = true, description = "Fails when a run is worse than its base.")
final class GateCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    SharedOptions shared = new SharedOptions();

    @Parameters(index = "0", paramLabel = "BASE", description = "a run's folder, or its results.json")
    Path base = Path.of("");

    @Parameters(index = "1", paramLabel = "RUN", description = "the run that is judged")
    Path run = Path.of("");

    @Option(names = "--max-slowdown", paramLabel = "PERCENT", description = "how much more time may be (5%%)")
    Percentage slowdown = new Percentage(0.05);

    @Option(names = "--max-memory-growth", paramLabel = "PERCENT", description = "how much more memory may be (5%%)")
    Percentage memoryGrowth = new Percentage(0.05);

    @Option(names = "--strict", description = "fail on what is inconclusive, too")
    boolean strict;

    @Override
    public Integer call() {
        Gate gate =
                Gate.judge(RunReader.read(base), RunReader.read(run), new Bounds(slowdown.part(), memoryGrowth.part()));
        PrintWriter out = spec.commandLine().getOut();
        out.print(GateText.render(gate));
        out.flush();
        return gate.exitCode(strict);
    }
}
