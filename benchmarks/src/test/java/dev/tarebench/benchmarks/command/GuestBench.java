package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.measure.CellFactory;
import dev.tarebench.benchmarks.measure.Measurable;
import dev.tarebench.benchmarks.measure.MeasureSettings;
import dev.tarebench.benchmarks.measure.Preparation;
import dev.tarebench.benchmarks.measure.Prepared;
import dev.tarebench.benchmarks.measure.PreparedCells;
import dev.tarebench.benchmarks.measure.Trial;
import dev.tarebench.benchmarks.measure.Workspace;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Resolution;
import dev.tarebench.benchmarks.plan.Target;
import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.compilers.Compiler;
import dev.tarebench.toolchains.launch.ProcessLauncher;
import dev.tarebench.toolchains.tools.Standing;
import dev.tarebench.workloads.Size;
import dev.tarebench.workloads.SizedRun;
import dev.tarebench.workloads.WorkloadVariant;
import dev.tarebench.workloads.inputs.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs single guests as a run would, with the machine's own tools and the cache of the user. */
final class GuestBench implements AutoCloseable {

    /** Far more than any guest of these tests takes, and far less than for ever. */
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final Session session = Session.open(Optional.empty(), Progress.silent());
    private final ProcessLauncher launcher = Launchers.start(session.builder(), Progress.silent());
    private final Workspace workspace = Workspace.open(session.cache(), "guests-" + UUID.randomUUID());

    /** One execution, judged, with what the guest printed. */
    record Ran(Trial trial, String stdout, String stderr) {}

    /** The cell, if it can run here; else the test ends. */
    Cell cell(String id, Size size) {
        Cell cell = find(id);
        if (session.resolution(size).resolve(cell) instanceof Availability.Unavailable<Cell> missing) {
            Requirement.missing(tool(cell), missing.reason());
        }
        return cell;
    }

    /**
     * Compiles beside each other, as a run does, what the tests would else wait for one after the other. Of a cell whose
     * preparation fails its own test tells.
     */
    void prepare(Stream<String> ids, Size size) {
        Set<String> wanted = ids.collect(Collectors.toSet());
        Resolution resolution = session.resolution(size);
        List<Cell> cells = session.catalogue().cells().stream()
                .filter(cell -> wanted.contains(cell.id()))
                .filter(cell -> resolution.resolve(cell) instanceof Availability.Ready<Cell>)
                .toList();
        PreparedCells.of(cells, preparation(size, 1), () -> false, done -> {});
    }

    private Preparation preparation(Size size, int repetitions) {
        return new Preparation(
                session.cache(), session.toolbox(), session.builder(), size, repetitions, Optional.empty());
    }

    /** What would have to be required for the cell not to be skipped; nothing can require what no compiler makes. */
    private String tool(Cell cell) {
        String place = cell.target().place();
        String language = cell.workload().source().language();
        if (session.builder().compilerFor(place, language) instanceof Availability.Ready<Compiler>
                && cell.target() instanceof Target.Wasm wasm) {
            return wasm.engine().id();
        }
        boolean made = session.catalogue().compilers().values().stream()
                .anyMatch(compiler -> compiler.build(place, language).isPresent());
        return made ? language : "%s for %s".formatted(language, place);
    }

    Ran run(String id, Size size) {
        return run(cell(id, size), size, 1);
    }

    /** The cell whatever its engine lacks, if the engine is there. */
    Ran runAnyway(String id) {
        Cell cell = find(id);
        if (cell.target() instanceof Target.Wasm wasm
                && session.toolbox().look(wasm.engine().tool()) instanceof Standing.Absent absent) {
            Requirement.missing(wasm.engine().id(), absent.reason());
        }
        return run(cell, Size.MINI, 1);
    }

    private Cell find(String id) {
        return session.catalogue().cells().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no cell " + id));
    }

    /** The cell at its smallest size, but called with other arguments and given further inputs. */
    static Cell called(Cell cell, List<String> arguments, InputFile... further) {
        WorkloadVariant usual = cell.workload();
        SizedRun mini = Optional.ofNullable(usual.sizes().get(Size.MINI)).orElseThrow();
        List<InputFile> inputs = new ArrayList<>(mini.inputs());
        inputs.addAll(List.of(further));
        WorkloadVariant other = new WorkloadVariant(
                usual.suite(),
                usual.workload(),
                usual.language(),
                usual.variant(),
                usual.title(),
                usual.source(),
                Map.of(Size.MINI, new SizedRun(mini.defines(), arguments, inputs, mini.expectedSha256())),
                usual.needs(),
                usual.marked(),
                usual.reach());
        return new Cell(cell.operation(), other, cell.target());
    }

    /** @param repetitions how often a prolonged cell does its work */
    Ran run(Cell cell, Size size, int repetitions) {
        Prepared prepared = preparation(size, repetitions).prepare(cell);
        MeasureSettings settings = new MeasureSettings(TIMEOUT, List.of());
        Measurable measurable = new CellFactory(launcher, workspace, settings, () -> false).measurable(prepared);
        measurable.before(0);
        try {
            measurable.execute();
            Trial trial = measurable.after();
            return new Ran(trial, text(trial.logs().get(0)), text(trial.logs().get(1)));
        } finally {
            measurable.clear();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        workspace.close();
        launcher.close();
    }
}
