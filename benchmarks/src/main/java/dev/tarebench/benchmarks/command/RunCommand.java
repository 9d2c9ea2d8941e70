package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Resolution;
import dev.tarebench.benchmarks.plan.Selection;
import dev.tarebench.benchmarks.plan.Unusable;
import dev.tarebench.benchmarks.quickstart.Rehearsal;
import dev.tarebench.reports.journal.UnavailableCell;
import dev.tarebench.toolchains.Availability;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures: selects, resolves, and hands what is ready to the run. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Measures the selected cells.")
final class RunCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    SharedOptions shared = new SharedOptions();

    @Mixin
    RunOptions options = new RunOptions();

    @Override
    public Integer call() throws IOException {
        check();
        PrintWriter out = spec.commandLine().getOut();
        RunRequest request = RunRequest.of(options, shared);
        Session session = Session.open(request.catalogue(), line -> {
            out.println(line);
            out.flush();
        });
        List<Cell> selected = Selection.of(request.regex())
                .from(session.catalogue().cells())
                .stream()
                .flatMap(cell -> cell.times(request.containers()))
                .toList();
        Resolution resolution = session.resolution(request.size());
        List<Cell> ready = new ArrayList<>();
        List<UnavailableCell> unavailable = new ArrayList<>();
        for (Cell cell : selected) {
            if (resolution.resolve(cell) instanceof Availability.Unavailable<Cell> missing) {
                unavailable.add(new UnavailableCell(cell.id(), missing.reason(), missing.remedy()));
            } else {
                ready.add(cell);
            }
        }
        Run run = new Run(session, request, ready, unavailable, out);
        Optional<BaselineRun> baseline = options.baseline.map(BaselineRun::read);
        ExitCode exit = options.dryRun ? run.show() : run.measure();
        boolean judged = exit == ExitCode.COMPLETED && !options.dryRun && baseline.isPresent();
        int code = judged ? baseline.get().judge(request.folder(), options.slowdown.part(), out) : exit.code();
        if (exit == ExitCode.COMPLETED && !options.dryRun) {
            new Rehearsal(session.cache(), session.builder()).holdIfNeeded();
        }
        return code;
    }

    private void check() {
        if (options.rounds < 1) {
            throw new Unusable("--rounds must be at least 1, not %d".formatted(options.rounds));
        }
        if (options.prime < 0) {
            throw new Unusable("--prime must be at least 0, not %d".formatted(options.prime));
        }
        if (options.prolonged < 1) {
            throw new Unusable("--prolonged must be at least 1, not %d".formatted(options.prolonged));
        }
        options.containers.stream().filter(count -> count < 1).findFirst().ifPresent(count -> {
            throw new Unusable("--containers must be at least 1, not %d".formatted(count));
        });
        if (options.force && options.resume.isEmpty()) {
            throw new Unusable("--force is for --resume alone; a new run has nothing that could have changed");
        }
        options.cpus.filter(count -> count < 1).ifPresent(count -> {
            throw new Unusable("--cpus must be at least 1, not %d".formatted(count));
        });
    }
}
