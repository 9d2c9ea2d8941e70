package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.record.JmhResults;
import dev.tarebench.benchmarks.record.RunFolder;
import dev.tarebench.reports.comparison.RunAnalysis;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.UnavailableCell;
import dev.tarebench.reports.page.HtmlReport;
import dev.tarebench.reports.results.RunReader;
import dev.tarebench.reports.text.Summary;
import dev.tarebench.toolchains.Beside;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The end of a run: merges, reports, and says in one line what became of the plan. */
final class RunClosing {

    private final RunRequest request;
    private final List<Cell> planned;
    private final List<UnavailableCell> unavailable;
    private final PrintWriter out;

    RunClosing(RunRequest request, List<Cell> planned, List<UnavailableCell> unavailable, PrintWriter out) {
        this.request = request;
        this.planned = planned;
        this.unavailable = unavailable;
        this.out = out;
    }

    ExitCode close(RunFolder folder, List<JournalLine> lines, boolean interrupted) throws IOException {
        try {
            write(folder, lines);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Set<String> failed = lines.stream()
                .filter(line -> !line.outcome().equals(JournalLine.COMPLETED))
                .map(line -> line.cell().id())
                .collect(Collectors.toSet());
        Set<String> sampled = lines.stream()
                .filter(JournalLine::isSample)
                .map(line -> line.cell().id())
                .collect(Collectors.toSet());
        long completed = planned.stream()
                .map(Cell::id)
                .filter(id -> sampled.contains(id) && !failed.contains(id))
                .count();
        out.println("results in %s".formatted(folder.path()));
        long unreached = planned.stream()
                .map(Cell::id)
                .filter(id -> !sampled.contains(id) && !failed.contains(id))
                .count();
        out.println("planned %d, completed %d, failed %d, unavailable %d%s"
                .formatted(
                        planned.size(),
                        completed,
                        planned.size() - completed - unreached,
                        unavailable.size(),
                        unreached == 0 ? "" : ", not reached " + unreached));
        out.flush();
        if (interrupted) {
            out.println("interrupted; go on with: run --resume " + request.folder());
            out.flush();
            return ExitCode.INTERRUPTED;
        }
        long executions = (long) planned.size() * (request.primes() + request.rounds());
        if (lines.size() < executions) {
            out.println("ended after %d of %d executions; go on with: run --resume %s"
                    .formatted(lines.size(), executions, request.folder()));
            out.flush();
        }
        if (planned.isEmpty()) {
            out.println("nothing was measured, since no selected cell is ready; 'list' says why, cell by cell");
            out.flush();
            return ExitCode.INCOMPLETE;
        }
        return completed == planned.size() ? ExitCode.COMPLETED : ExitCode.INCOMPLETE;
    }

    /** JMH's writer and the report take as long as each other, and neither reads what the other writes. */
    private void write(RunFolder folder, List<JournalLine> lines) throws IOException {
        Beside<Path> results = Beside.begin("results", () -> results(folder, lines));
        try {
            if (!lines.isEmpty()) {
                report(folder, lines);
            }
        } finally {
            results.result();
        }
    }

    private static Path results(RunFolder folder, List<JournalLine> lines) {
        try {
            JmhResults.write(lines, folder.results());
            return folder.results();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(RunFolder folder, List<JournalLine> lines) throws IOException {
        List<RunAnalysis> analysis = List.of(RunAnalysis.of(RunReader.of(folder.path(), lines)));
        Summary.write(analysis, folder.summary());
        HtmlReport.write(analysis, folder.report());
        out.print(Summary.console(analysis.get(0)));
    }
}
