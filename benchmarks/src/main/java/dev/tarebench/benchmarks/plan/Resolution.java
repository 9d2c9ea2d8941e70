package dev.tarebench.benchmarks.plan;

import dev.tarebench.benchmarks.dock.Fronts;
import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.compilers.Compiler;
import dev.tarebench.toolchains.containers.ContainerEngine;
import dev.tarebench.toolchains.engines.Engine;
import dev.tarebench.toolchains.engines.Lack;
import dev.tarebench.toolchains.engines.Mode;
import dev.tarebench.toolchains.tools.Standing;
import dev.tarebench.toolchains.tools.ToolDescription;
import dev.tarebench.toolchains.tools.Toolbox;
import dev.tarebench.workloads.Size;
import dev.tarebench.workloads.build.ArtifactBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tells of each cell whether it can run here; what comes by itself, cheaply, counts as ready. */
public final class Resolution {

    private final Toolbox toolbox;
    private final ArtifactBuilder builder;
    private final Fronts fronts;
    private final Size size;
    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<String, Availability<Compiler>> compilers = new HashMap<>();

    public Resolution(Toolbox toolbox, ArtifactBuilder builder, Fronts fronts, Size size) {
        this.toolbox = toolbox;
        this.builder = builder;
        this.fronts = fronts;
        this.size = size;
    }

    public Availability<Cell> resolve(Cell cell) {
        Optional<Availability<Cell>> obstacle =
                missingSize(cell).or(() -> missingCompiler(cell)).or(() -> missingVessel(cell));
        return obstacle.orElseGet(() -> new Availability.Ready<>(cell));
    }

    private Optional<Availability<Cell>> missingSize(Cell cell) {
        return cell.workload().sizes().containsKey(size)
                ? Optional.empty()
                : unavailable(
                        "%s has no size %s with a known answer"
                                .formatted(cell.workload().id(), size.word()),
                        "choose one of its sizes: "
                                + String.join(
                                        ", ",
                                        cell.workload().sizes().keySet().stream()
                                                .map(Size::word)
                                                .toList()));
    }

    private Optional<Availability<Cell>> missingCompiler(Cell cell) {
        String place = cell.target().place();
        String language = cell.workload().source().language();
        Availability<Compiler> compiler =
                compilers.computeIfAbsent(place + "/" + language, key -> builder.compilerFor(place, language));
        return compiler instanceof Availability.Unavailable<Compiler> missing
                ? unavailable(missing.reason(), missing.remedy())
                : Optional.empty();
    }

    private Optional<Availability<Cell>> missingVessel(Cell cell) {
        if (cell.target() instanceof Target.Wasm wasm) {
            return missingEngine(cell, wasm);
        }
        if (cell.target() instanceof Target.Emulated emulated) {
            return missingTool(emulated.emulator().tool());
        }
        return cell.target() instanceof Target.Container container
                ? missingFront(container).or(() -> missingBase(container))
                : Optional.empty();
    }

    private Optional<Availability<Cell>> missingFront(Target.Container target) {
        return fronts.find(target.front()) instanceof Availability.Unavailable<ContainerEngine> missing
                ? unavailable(missing.reason(), missing.remedy())
                : Optional.empty();
    }

    private Optional<Availability<Cell>> missingBase(Target.Container target) {
        return fronts.obstacle(target.base()).flatMap(missing -> unavailable(missing.reason(), missing.remedy()));
    }

    private Optional<Availability<Cell>> missingEngine(Cell cell, Target.Wasm target) {
        Engine engine = target.engine();
        Optional<Availability<Cell>> lack = lacking(cell, engine, target.mode());
        if (lack.isPresent()) {
            return lack;
        }
        return missingTool(engine.tool());
    }

    private Optional<Availability<Cell>> missingTool(ToolDescription tool) {
        Standing standing = standings.computeIfAbsent(tool.id(), id -> toolbox.look(tool));
        return standing instanceof Standing.Absent absent
                ? unavailable(absent.reason(), absent.remedy())
                : Optional.empty();
    }

    private static Optional<Availability<Cell>> lacking(Cell cell, Engine engine, Mode mode) {
        for (String need : cell.workload().needs()) {
            Lack lack = mode.lacks().get(need);
            if (lack != null) {
                return unavailable(
                        "%s in mode %s lacks '%s': %s".formatted(engine.tool().name(), mode.id(), need, lack.reason()),
                        "none; see " + lack.reference());
            }
        }
        return Optional.empty();
    }

    private static Optional<Availability<Cell>> unavailable(String reason, String remedy) {
        return Optional.of(new Availability.Unavailable<>(reason, remedy));
    }
}
