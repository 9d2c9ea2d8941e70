package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.dock.Dock;
import dev.tarebench.benchmarks.dock.Fronts;
import dev.tarebench.benchmarks.dock.Needs;
import dev.tarebench.benchmarks.plan.Catalogue;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Resolution;
import dev.tarebench.benchmarks.plan.Target;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.compilers.LentCompilers;
import dev.tarebench.toolchains.containers.ContainerFront;
import dev.tarebench.toolchains.daemons.DaemonOrigin;
import dev.tarebench.toolchains.daemons.OwnDaemons;
import dev.tarebench.toolchains.handlers.Carrier;
import dev.tarebench.toolchains.install.OtherTools;
import dev.tarebench.toolchains.install.Workshop;
import dev.tarebench.toolchains.tools.Standing;
import dev.tarebench.toolchains.tools.ToolDescription;
import dev.tarebench.toolchains.tools.Toolbox;
import dev.tarebench.workloads.Size;
import dev.tarebench.workloads.build.ArtifactBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What every command that touches tools opens first, in the order in which it can fail. */
public record Session(Catalogue catalogue, Cache cache, Toolbox toolbox, ArtifactBuilder builder, Fronts fronts) {

    public static Session open(Optional<Path> ownCatalogue, Progress progress) {
        Map<String, String> environment = System.getenv();
        Catalogue catalogue = Catalogue.load(ownCatalogue);
        Cache cache = Cache.open(environment, progress);
        Workshop workshop = new Workshop(
                environment,
                ResourceFolder.beside(ToolDescription.class, "tare/hosts"),
                Path.of(System.getProperty("java.home")),
                cache.root().resolve("clients"),
                OtherTools.none(),
                progress);
        Toolbox compilersOnly = new Toolbox(cache, workshop);
        Toolbox toolbox = new Toolbox(
                cache, workshop.with(new LentCompilers(compilersOnly, catalogue.compilers(), workshop.clients())));
        return new Session(
                catalogue,
                cache,
                toolbox,
                new ArtifactBuilder(cache, toolbox, catalogue.compilers().values()),
                fronts(catalogue, cache, toolbox, workshop));
    }

    /** With daemons of our own, their clients come before those of the machine. */
    private static Fronts fronts(Catalogue catalogue, Cache cache, Toolbox toolbox, Workshop workshop) {
        Map<String, String> environment = workshop.environment();
        Fronts machine = Fronts.of(toolbox, cache, catalogue.fronts(), environment, Optional.empty());
        Standing standing = toolbox.look(catalogue.ownDaemons());
        if (standing instanceof Standing.Present own && DaemonOrigin.of(environment, own) == DaemonOrigin.OWN) {
            Map<String, String> changed = new HashMap<>(environment);
            changed.putAll(OwnDaemons.environment(own.tool(), cache, environment.getOrDefault("PATH", "")));
            return Fronts.of(
                    new Toolbox(cache, workshop.in(changed)),
                    cache,
                    catalogue.fronts(),
                    changed,
                    Optional.of(new Fronts.OwnFronts(own.tool(), machine)));
        }
        return machine;
    }

    public Resolution resolution(Size size) {
        return new Resolution(toolbox, builder, fronts, size);
    }

    /** What the cells of a run need around them when some are in containers; nothing otherwise. */
    public Optional<Dock> dock(List<Cell> cells) {
        Needs needs = new Needs(
                through(cells, false).distinct().toList(),
                Stream.concat(
                                through(cells, true),
                                cells.stream().anyMatch(cell -> cell.operation().ofImages())
                                        ? fronts.registrar().stream()
                                        : Stream.<ContainerFront>empty())
                        .distinct()
                        .toList(),
                shims(cells));
        return needs.isEmpty() ? Optional.empty() : Optional.of(Dock.open(cache, fronts, needs, System.getenv()));
    }

    private static Stream<ContainerFront> through(List<Cell> cells, boolean images) {
        return cells.stream()
                .filter(cell -> cell.operation().ofImages() == images)
                .flatMap(cell -> cell.target().through().stream());
    }

    private List<Path> shims(List<Cell> cells) {
        return cells.stream()
                .map(Cell::target)
                .filter(Target.Handled.class::isInstance)
                .map(target -> ((Target.Handled) target).handler())
                .filter(handler -> handler.carrier() == Carrier.SHIM)
                .map(handler -> toolbox.obtain(handler.tool()))
                .map(tool -> Path.of(tool.start().get(0))
                        .toAbsolutePath()
                        .resolveSibling(".")
                        .normalize())
                .distinct()
                .toList();
    }

    /** Removes what killed runs left in container engines, and says how many runs those were. */
    int sweepContainers() {
        return Dock.sweep(cache, fronts);
    }
}
