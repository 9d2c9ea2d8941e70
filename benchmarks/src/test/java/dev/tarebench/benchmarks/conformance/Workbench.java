package dev.tarebench.benchmarks.conformance;

import dev.tarebench.benchmarks.command.Launchers;
import dev.tarebench.benchmarks.command.Session;
import dev.tarebench.benchmarks.dock.Dock;
import dev.tarebench.benchmarks.measure.AheadOfTime;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Resolution;
import dev.tarebench.benchmarks.plan.Target;
import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.launch.ProcessLauncher;
import dev.tarebench.toolchains.tools.Standing;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.toolchains.tools.ToolDescription;
import dev.tarebench.workloads.GuestSource;
import dev.tarebench.workloads.Size;
import dev.tarebench.workloads.build.Artifact;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Catalogue, compilers and launcher, opened once for all modes: opening them for each would take longer than the tests. */
final class Workbench {

    private static final Workbench OPENED = new Workbench();

    private final Session session = Session.open(Optional.empty(), Progress.silent());
    private final AheadOfTime aheadOfTime = new AheadOfTime(session.cache());
    private final ProcessLauncher launcher = Launchers.start(session.builder(), Progress.silent());
    private final ResourceFolder guests = ResourceFolder.beside(ToolDescription.class, "tare/conformance");

    private final Resolution resolution = session.resolution(Size.SMALL);

    /** A workload that needs nothing, so that what stands in its way stands in the way of the handler. */
    private final List<Cell> greetings = session.catalogue().cells().stream()
            .filter(cell -> cell.target() instanceof Target.Handled)
            .filter(cell -> cell.id().startsWith("startup/hello-c@"))
            .toList();

    private Workbench() {}

    static Workbench opened() {
        return OPENED;
    }

    /** Every mode of every engine in the catalogue, whether it is here or not. */
    List<Target.Wasm> modes() {
        return session.catalogue().engines().values().stream()
                .flatMap(engine -> engine.modes().values().stream().map(mode -> new Target.Wasm(engine, mode)))
                .toList();
    }

    Session session() {
        return session;
    }

    /** Every handler behind every front that reaches it, in every form, whether it is here or not. */
    List<Target.Handled> handled() {
        return greetings.stream().map(cell -> (Target.Handled) cell.target()).toList();
    }

    /** Why the handler cannot run here; empty when it can. */
    Optional<String> missing(Target.Handled target) {
        return greetings.stream()
                .filter(cell -> cell.target().equals(target))
                .map(resolution::resolve)
                .filter(Availability.Unavailable.class::isInstance)
                .map(answer -> (Availability.Unavailable<Cell>) answer)
                .map(missing -> "%s; %s".formatted(missing.reason(), missing.remedy()))
                .findFirst();
    }

    /** What containers with all the handlers need that are here. */
    Dock dock() {
        return session.dock(greetings.stream()
                        .filter(cell -> missing((Target.Handled) cell.target()).isEmpty())
                        .toList())
                .orElseThrow();
    }

    /** Why the engine is not here and does not come by itself; empty when it is here now. */
    Optional<String> missing(ToolDescription engine) {
        if (session.toolbox().look(engine) instanceof Standing.Absent absent) {
            return Optional.of("%s; %s".formatted(absent.reason(), absent.remedy()));
        }
        try {
            session.toolbox().obtain(engine);
            return Optional.empty();
        } catch (SetupFailure e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    EngineMode mode(Target.Wasm target) {
        Tool engine = session.toolbox().obtain(target.engine().tool());
        return new EngineMode(this, engine, target.engine().folder(), target.mode());
    }

    ProcessLauncher launcher() {
        return launcher;
    }

    /** What {@code kernel.c} prints natively: no engine may differ in a single bit. */
    String nativeKernel() {
        return Command.of(guest("kernel", "native").file().toString(), "48")
                .runChecked()
                .standardOutput();
    }

    Artifact guest(String name, String place) {
        String file = name + ".c";
        GuestSource source = new GuestSource(
                "c",
                Map.of(file, guests.read(file)),
                List.of(file),
                name.equals("simd") ? Map.of(place, List.of("-msimd128")) : Map.of());
        // Clocks and random numbers are beyond ISO C, and the guests are built by its strict dialect.
        return session.builder().build("conformance guest " + name, source, Map.of("_GNU_SOURCE", "1"), place);
    }

    AheadOfTime.Product compiled(EngineMode mode, Artifact module) {
        return aheadOfTime.compile(
                mode.engine(),
                mode.mode(),
                module,
                session.toolbox().environmentOfOthers(mode.engine().description()));
    }
}
