package dev.tarebench.benchmarks.plan;

import dev.tarebench.polybench.Polybench;
import dev.tarebench.toolchains.Beside;
import dev.tarebench.toolchains.bases.Base;
import dev.tarebench.toolchains.bases.BaseCatalogue;
import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.compilers.Compiler;
import dev.tarebench.toolchains.compilers.CompilerCatalogue;
import dev.tarebench.toolchains.containers.ContainerFront;
import dev.tarebench.toolchains.containers.FrontCatalogue;
import dev.tarebench.toolchains.containers.Runs;
import dev.tarebench.toolchains.daemons.DaemonCatalogue;
import dev.tarebench.toolchains.emulators.Emulator;
import dev.tarebench.toolchains.emulators.EmulatorCatalogue;
import dev.tarebench.toolchains.engines.Engine;
import dev.tarebench.toolchains.engines.EngineCatalogue;
import dev.tarebench.toolchains.handlers.Form;
import dev.tarebench.toolchains.handlers.Handler;
import dev.tarebench.toolchains.handlers.HandlerCatalogue;
import dev.tarebench.toolchains.handlers.Packaging;
import dev.tarebench.toolchains.images.Platform;
import dev.tarebench.toolchains.tools.ToolDescription;
import dev.tarebench.workloads.WorkloadCatalogue;
import dev.tarebench.workloads.WorkloadVariant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that there is: what the folders hold, and what a catalogue of the user's own adds. */
public record Catalogue(
        Map<String, Engine> engines,
        Map<String, Compiler> compilers,
        Map<String, Emulator> emulators,
        Map<String, ContainerFront> fronts,
        Map<String, Base> bases,
        Map<String, Handler> handlers,
        Map<String, ToolDescription> daemons,
        List<WorkloadVariant> workloads) {

    /** The tool that holds containerd and Docker of our own. */
    private static final String DAEMONS = "daemons";

    /** The folder in which our resources lie, in class folders and in the shaded jar alike. */
    private static final String ROOT = "tare/";

    /** What images are made for; a platform for which no compiler makes programs is unavailable, with that reason. */
    private static final List<Platform> IMAGE_PLATFORMS =
            List.of(Platform.LINUX_AMD64, Platform.LINUX_ARM64, Platform.LINUX_RISCV64);

    /** Reads everything and throws once, with every mistake. */
    public static Catalogue load(Optional<Path> own) {
        own.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new Unusable("the catalogue %s is not a folder".formatted(folder));
        });
        Beside<Workloads> workloads = Beside.begin("workloads", () -> Workloads.read(own));
        Problems problems = new Problems();
        Map<String, Engine> engines = EngineCatalogue.read(files("engines", own), problems);
        Map<String, Compiler> compilers = CompilerCatalogue.read(files("compilers", own), problems);
        Map<String, ContainerFront> fronts = FrontCatalogue.read(files("containers", own), problems);
        Map<String, Base> bases = BaseCatalogue.read(files("bases", own), problems);
        Map<String, Emulator> emulators = EmulatorCatalogue.read(files("emulators", own), problems);
        Map<String, Handler> handlers = HandlerCatalogue.read(files("handlers", own), problems);
        Map<String, ToolDescription> daemons = DaemonCatalogue.read(files(DAEMONS, own), problems);
        problems.addAll(workloads.result().problems());
        problems.throwIfAny();
        return new Catalogue(
                engines,
                compilers,
                emulators,
                fronts,
                bases,
                handlers,
                daemons,
                workloads.result().all());
    }

    /** The half of the catalogue that names nothing of the other. */
    private record Workloads(List<WorkloadVariant> all, Problems problems) {

        static Workloads read(Optional<Path> own) {
            Problems problems = new Problems();
            List<WorkloadVariant> all = new ArrayList<>(WorkloadCatalogue.read(own, problems));
            all.addAll(new Polybench().workloads());
            return new Workloads(all, problems);
        }
    }

    /** The daemons that a run can start for itself. */
    public ToolDescription ownDaemons() {
        return Optional.ofNullable(daemons.get(DAEMONS))
                .orElseThrow(() -> new IllegalStateException("the catalogue has no file daemons/daemons.toml"));
    }

    private static List<CatalogueFile> files(String folder, Optional<Path> own) {
        Stream<CatalogueFile> ours = ResourceFolder.beside(ToolDescription.class, ROOT + folder).tomlFiles().stream();
        Stream<CatalogueFile> theirs = own.map(root -> root.resolve(folder)).stream()
                .flatMap(place -> ResourceFolder.at(place).tomlFiles().stream());
        return Stream.concat(ours, theirs).toList();
    }

    /** Every tool that can be asked for by its id. */
    public List<ToolDescription> tools() {
        return Stream.of(
                        compilers.values().stream().map(Compiler::tool),
                        engines.values().stream().map(Engine::tool),
                        emulators.values().stream().map(Emulator::tool),
                        daemons.values().stream(),
                        handlers.values().stream().map(Handler::tool))
                .flatMap(Function.identity())
                .toList();
    }

    /** The computed matrix: every operation on every workload on every target, in a stable order. */
    public List<Cell> cells() {
        List<Target> targets = targets();
        return Stream.of(Operation.values())
                .flatMap(operation -> workloads.stream()
                        .flatMap(workload -> targets.stream()
                                .filter(target -> operation.suits(workload, target))
                                .map(target -> new Cell(operation, workload, target))))
                .toList();
    }

    private List<Target> targets() {
        List<Target> emulated = emulated();
        Set<String> foreign = emulated.stream().map(Target::place).collect(Collectors.toSet());
        Stream<Target> natives = compilers.values().stream()
                .flatMap(compiler -> compiler.builds().keySet().stream())
                .filter(place -> place.startsWith("native") && !foreign.contains(place))
                .distinct()
                .sorted()
                .map(Target.Native::new);
        Stream<Target> containers = fronts.values().stream()
                .flatMap(front -> bases.values().stream().flatMap(base -> images(front, base)));
        return Stream.of(natives, modes().map(Target.class::cast), containers, handled(), modules(), emulated.stream())
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<Target> images(ContainerFront front, Base base) {
        Stream<Target> usual = IMAGE_PLATFORMS.stream()
                .map(platform ->
                        new Target.Container(front, Optional.empty(), base, platform, ImageKind.BEST_PRACTICE));
        Stream<Target> fat = Stream.of(ImageKind.FAT)
                .filter(kind -> !base.fat().isEmpty())
                .map(kind -> new Target.Container(front, Optional.empty(), base, Platform.LINUX_AMD64, kind));
        Stream<Target> byOthers = front.runtimes().stream()
                .flatMap(runtime -> Optional.ofNullable(fronts.get(runtime)).stream())
                .map(runtime -> new Target.Container(
                        front, Optional.of(runtime), base, Platform.LINUX_AMD64, ImageKind.BEST_PRACTICE));
        return Stream.of(usual, fat, byOthers).flatMap(Function.identity());
    }

    private Stream<Target> modules() {
        return fronts.values().stream()
                .filter(front -> front.runs() == Runs.REFERENCE)
                .flatMap(front ->
                        Stream.of(Packaging.values()).map(packaging -> new Target.ModuleImage(front, packaging)));
    }

    private Stream<Target> handled() {
        return handlers.values().stream()
                .flatMap(handler -> handler.fronts().stream()
                        .flatMap(front -> Optional.ofNullable(fronts.get(front)).stream())
                        .flatMap(front -> handler.formsFor(front.id()).stream()
                                .map(form -> new Target.Handled(handler, form, front, compiler(form)))));
    }

    private Optional<Target.Wasm> compiler(Form form) {
        return modes().filter(
                        mode -> form.compiledBy().filter(mode.id()::equals).isPresent())
                .findFirst();
    }

    private Stream<Target.Wasm> modes() {
        return engines.values().stream()
                .flatMap(engine -> engine.modes().values().stream().map(mode -> new Target.Wasm(engine, mode)));
    }

    /** The first emulator of an architecture runs its programs. */
    private List<Target> emulated() {
        Map<Platform, Target> byPlatform = new TreeMap<>(Comparator.comparing(Platform::toString));
        emulators
                .values()
                .forEach(emulator -> emulator.platforms()
                        .forEach((platform, run) ->
                                byPlatform.putIfAbsent(platform, new Target.Emulated(emulator, platform, run))));
        return List.copyOf(byPlatform.values());
    }
}
