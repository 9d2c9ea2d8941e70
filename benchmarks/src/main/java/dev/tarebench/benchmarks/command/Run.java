package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.dock.Dock;
import dev.tarebench.benchmarks.measure.CellFactory;
import dev.tarebench.benchmarks.measure.Measurable;
import dev.tarebench.benchmarks.measure.MeasureSettings;
import dev.tarebench.benchmarks.measure.Measurement;
import dev.tarebench.benchmarks.measure.Preparation;
import dev.tarebench.benchmarks.measure.PreparedCells;
import dev.tarebench.benchmarks.measure.Progressed;
import dev.tarebench.benchmarks.measure.Tooling;
import dev.tarebench.benchmarks.measure.Workspace;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Schedule;
import dev.tarebench.benchmarks.record.Journal;
import dev.tarebench.benchmarks.record.MachineFile;
import dev.tarebench.benchmarks.record.RunFolder;
import dev.tarebench.benchmarks.selftest.SelftestFile;
import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.Plan;
import dev.tarebench.reports.journal.PlanFile;
import dev.tarebench.reports.journal.UnavailableCell;
import dev.tarebench.toolchains.Beside;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.FileLock;
import dev.tarebench.toolchains.launch.LauncherFailed;
import dev.tarebench.toolchains.launch.ProcessLauncher;
import dev.tarebench.toolchains.machine.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** One run from its plan to its results: prepare, prime, measure, merge; each step by the class that knows it. */
final class Run {

    private final Session session;
    private final RunRequest request;
    private final List<Cell> ready;
    private final List<UnavailableCell> unavailable;
    private final PrintWriter out;

    Run(Session session, RunRequest request, List<Cell> ready, List<UnavailableCell> unavailable, PrintWriter out) {
        this.session = session;
        this.request = request;
        this.ready = List.copyOf(ready);
        this.unavailable = List.copyOf(unavailable);
        this.out = out;
    }

    /** Tells what would be measured. */
    ExitCode show() {
        ready.forEach(cell -> out.println("would measure " + cell.id()));
        unavailable.forEach(
                cell -> out.println("unavailable   %s: %s; %s".formatted(cell.id(), cell.reason(), cell.remedy())));
        out.println("planned %d, unavailable %d; %d rounds at size %s"
                .formatted(
                        ready.size(),
                        unavailable.size(),
                        request.rounds(),
                        request.size().word()));
        out.flush();
        return ExitCode.COMPLETED;
    }

    ExitCode measure() throws IOException {
        // Takes a third of a second, so it goes on while cells are prepared.
        Beside<Machine> machine = Beside.begin("machine", Machine::look);
        new Tooling(session.toolbox(), session.builder()).bring(ready);
        RunFolder folder = RunFolder.create(request.folder());
        FileLock lock = FileLock.tryAcquire(folder.lock())
                .orElseThrow(() -> new SetupFailure(
                        "another run is writing to %s".formatted(folder.path()), "choose another folder by --out"));
        try (Interruption interruption = new Interruption()) {
            return measureIn(folder, machine, interruption);
        } finally {
            lock.close();
        }
    }

    private ExitCode measureIn(RunFolder folder, Beside<Machine> machine, Interruption interruption)
            throws IOException {
        if (!request.resumed() && Files.exists(folder.samples())) {
            throw new SetupFailure(
                    "%s holds a run already".formatted(folder.path()),
                    "choose another folder by --out, or go on with that run by --resume");
        }
        List<JournalLine> earlier = request.resumed() ? Resumption.recover(folder) : List.of();
        List<CellDescription> descriptions = ready.stream()
                .map(cell -> cell.describe(request.size(), Platform.HOST))
                .toList();
        session.sweepContainers();
        Optional<Dock> dock = session.dock(ready);
        try {
            PreparedCells cells = PreparedCells.of(
                    ready,
                    preparation(dock),
                    interruption::requested,
                    new PreparationDisplay(session.cache().progress(), ready.size()));
            if (interruption.requested()) {
                // What was not prepared would be taken for what failed.
                out.println("interrupted while preparing; nothing was measured, so start the same command again");
                out.flush();
                return ExitCode.INTERRUPTED;
            }
            Resumption resumption = new Resumption(folder, request.beginning());
            List<String> changes = resumption.changes(descriptions, cells.ready(), machine.result());
            if (!request.resumed()) {
                PlanFile.write(plan(descriptions), folder.plan());
            }
            try (Journal journal = Journal.open(folder, slot -> descriptions.get(slot.cell()), earlier, changes)) {
                execute(folder, dock, cells, journal, machine.result(), changes, interruption);
                return new RunClosing(request, ready, unavailable, out)
                        .close(folder, journal.lines(), interruption.requested());
            }
        } finally {
            interruption.clears();
            dock.ifPresent(Dock::close);
        }
    }

    private Preparation preparation(Optional<Dock> dock) {
        return new Preparation(
                session.cache(), session.toolbox(), session.builder(), request.size(), request.repetitions(), dock);
    }

    private void execute(
            RunFolder folder,
            Optional<Dock> dock,
            PreparedCells cells,
            Journal journal,
            Machine machine,
            List<String> changes,
            Interruption interruption)
            throws IOException {
        List<Schedule.Slot> schedule = Schedule.of(ready.size(), request.primes(), request.rounds(), request.seed());
        Progressed progressed = Progressed.of(journal.lines(), schedule);
        cells.failures().forEach((cell, reason) -> notStarted(cell, reason, schedule, progressed, journal));
        ProgressDisplay display = new ProgressDisplay(out, Terminal.isWatched(), schedule);
        try (ProcessLauncher launcher =
                        Launchers.start(session.builder(), session.cache().progress());
                Workspace workspace = Workspace.open(session.cache(), request.runId())) {
            interruption.ends(launcher::close);
            MachineFile.write(
                    machine, Platform.HOST, cells.ready(), launcher.instrument().name(), dock, folder.machine());
            RunConditions conditions = RunConditions.note(folder, machine, changes, SelftestFile.in(session.cache()));
            CellFactory factory = new CellFactory(launcher, workspace, settings(), interruption::requested);
            List<Optional<Measurable>> measurables = cells.cells().stream()
                    .map(cell -> cell.map(factory::measurable))
                    .toList();
            new Measurement(
                            request.timeout(),
                            (slot, cell, trial) -> {
                                journal.ended(slot, cell, trial);
                                display.ended(slot, cell, trial);
                                conditions.ended(slot, cell, trial);
                            },
                            stop(interruption))
                    .run(measurables, schedule, progressed);
            conditions.close();
        } catch (LauncherFailed e) {
            throw new SetupFailure(
                    "the launcher failed: " + e.getMessage(), "go on with: run --resume " + folder.path(), e);
        } finally {
            display.close();
        }
    }

    private BooleanSupplier stop(Interruption interruption) {
        Optional<Instant> end = request.timeLimit().map(limit -> Instant.now().plus(limit));
        return () -> interruption.requested() || end.map(Instant.now()::isAfter).orElse(false);
    }

    private MeasureSettings settings() {
        return new MeasureSettings(
                request.timeout(), request.cpus().map(CpuChoice::last).orElse(List.of()));
    }

    private Plan plan(List<CellDescription> descriptions) {
        return new Plan(
                request.runId(),
                Instant.now(),
                Version.text(),
                request.seed(),
                request.rounds(),
                request.size().word(),
                Optional.of(request.regex()),
                "native",
                request.recorded(),
                descriptions,
                unavailable);
    }

    /** A cell that could not be prepared fails with its first planned execution. */
    private void notStarted(
            int cell, String reason, List<Schedule.Slot> schedule, Progressed progressed, Journal journal) {
        Schedule.Slot first = schedule.stream()
                .filter(slot -> slot.cell() == cell)
                .findFirst()
                .orElseThrow();
        if (!progressed.isDone(first)) {
            CellDescription description = ready.get(cell).describe(request.size(), Platform.HOST);
            journal.append(new JournalLine(
                    first.round(),
                    first.order(),
                    description,
                    "not-started",
                    Optional.of(reason),
                    Instant.now(),
                    "exact",
                    new TreeMap<>(),
                    new TreeMap<>(),
                    List.of()));
        }
    }
}
