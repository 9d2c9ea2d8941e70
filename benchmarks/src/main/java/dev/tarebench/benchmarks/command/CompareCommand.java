package dev.tarebench.benchmarks.command;

import dev.tarebench.reports.WholeFile;
import dev.tarebench.reports.comparison.Comparison;
import dev.tarebench.reports.comparison.SpeedUps;
import dev.tarebench.reports.comparison.TargetPair;
import dev.tarebench.reports.results.Run;
import dev.tarebench.reports.results.RunReader;
import dev.tarebench.reports.text.ComparisonText;
import dev.tarebench.reports.text.SpeedUpText;
import dev.tarebench.reports.text.TableFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets runs side by side: of one machine before and after, of different machines, or pairs of targets within a run. */
@Command(name = "compare", mixinStandardHelpOptions = true, description = "Compares runs, or pairs of targets.")
final class CompareCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    SharedOptions shared = new SharedOptions();

    @Parameters(index = "0", paramLabel = "BASE", description = "the run that the others are set against")
    Path base = Path.of("");

    @Parameters(index = "1..*", paramLabel = "RUN", description = "a run's folder, or any JMH results.json")
    List<Path> runs = List.of();

    @Option(
            names = "--pairs",
            paramLabel = "LEFT|RIGHT",
            description = "speed-up tables within each run, such as 'aot|jit' or 'wasmtime|wamr'")
    Optional<String> pairs = Optional.empty();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    TableFormat format = TableFormat.MARKDOWN;

    @Option(names = "--out", paramLabel = "FILE", description = "write to a file instead of the terminal")
    Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        String text = pairs.map(TargetPair::parse).map(this::speedUps).orElseGet(this::comparisons);
        if (out.isPresent()) {
            WholeFile.write(out.get(), text);
        } else {
            PrintWriter console = spec.commandLine().getOut();
            console.print(text);
            console.flush();
        }
        return ExitCode.COMPLETED.code();
    }

    private String speedUps(TargetPair pair) {
        List<SpeedUps> tables = new ArrayList<>();
        for (Path path : all()) {
            tables.addAll(SpeedUps.of(RunReader.read(path), pair));
        }
        return SpeedUpText.render(tables, format);
    }

    private List<Path> all() {
        List<Path> all = new ArrayList<>(List.of(base));
        all.addAll(runs);
        return all;
    }

    private String comparisons() {
        if (runs.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "compare needs a second RUN, or --pairs for pairs within one");
        }
        Run baseRun = RunReader.read(base);
        return ComparisonText.render(
                runs.stream()
                        .map(path -> Comparison.of(baseRun, RunReader.read(path)))
                        .toList(),
                format);
    }
}
