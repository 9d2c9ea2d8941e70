package dev.tarebench.benchmarks.command;

import dev.tarebench.reports.comparison.RunAnalysis;
import dev.tarebench.reports.page.HtmlReport;
import dev.tarebench.reports.results.RunReader;
import dev.tarebench.reports.text.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns runs into the summary and the page; everything is read before anything is written. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "Writes summary.md and report.html of runs.")
final class ReportCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    SharedOptions shared = new SharedOptions();

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "a run's folder, or any JMH results.json")
    List<Path> runs = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "where to write (the first run's folder)")
    Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        List<RunAnalysis> analyses =
                runs.stream().map(RunReader::read).map(RunAnalysis::of).toList();
        Path folder = out.orElseGet(() -> beside(runs.get(0)));
        Files.createDirectories(folder);
        Summary.write(analyses, folder.resolve("summary.md"));
        HtmlReport.write(analyses, folder.resolve("report.html"));
        PrintWriter console = spec.commandLine().getOut();
        analyses.forEach(analysis -> console.print(Summary.console(analysis)));
        console.println("wrote %s and %s".formatted(folder.resolve("summary.md"), folder.resolve("report.html")));
        console.flush();
        return ExitCode.COMPLETED.code();
    }

    private static Path beside(Path run) {
        return Files.isDirectory(run) ? run : run.toAbsolutePath().resolveSibling("");
    }
}
