package dev.tarebench.benchmarks.plan;

import dev.tarebench.benchmarks.dock.Fronts;
import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.compilers.Compiler;
import dev.tarebench.toolchains.containers.ContainerEngine;
import dev.tarebench.toolchains.containers.ContainerFront;
import dev.tarebench.toolchains.containers.ExitCode;
import dev.tarebench.toolchains.containers.Runs;
import dev.tarebench.toolchains.engines.Engine;
import dev.tarebench.toolchains.engines.Lack;
import dev.tarebench.toolchains.engines.Mode;
import dev.tarebench.toolchains.handlers.Carrier;
import dev.tarebench.toolchains.install.Obstacle;
import dev.tarebench.toolchains.tools.Standing;
import dev.tarebench.toolchains.tools.Tool;
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
        if (cell.target() instanceof Target.Handled handled) {
            return limit(cell, handled)
                    .or(() -> missingTool(handled.handler().tool()))
                    .or(() -> missingCompiler(handled))
                    .or(() -> missingFront(handled));
        }
        if (cell.target() instanceof Target.ModuleImage image) {
            return asked(fronts.serving().find(image.front())).or(() -> missingRegistry(cell));
        }
        return cell.target() instanceof Target.Container container
                ? foreign(cell, container)
                        .or(() -> missingFront(cell, container))
                        .or(() -> missingRuntime(container))
                        .or(() -> missingBase(container))
                        .or(() -> missingRegistry(cell))
                : Optional.empty();
    }

    /** What the handler is known not to do; a test proves of each that it still does not. */
    private static Optional<Availability<Cell>> limit(Cell cell, Target.Handled target) {
        String name = target.handler().tool().name();
        if (target.handler().exitCode() == ExitCode.LOST && !cell.workload().marked()) {
            return unavailable(
                    "%s loses exit codes, and a workload that prints nothing could not be told from one that failed"
                            .formatted(name),
                    "none; a workload that prints its end mark can be run");
        }
        return lacking(cell, name, target.form().lacks());
    }

    private Optional<Availability<Cell>> missingCompiler(Target.Handled target) {
        boolean foreign = standing(target.handler().tool()) instanceof Standing.Present present
                && present.tool().origin() != Tool.Origin.INSTALLED;
        if (foreign && target.form().ownCompiler().isPresent()) {
            return unavailable(
                    "%s was found on this machine, and no compiler for it"
                            .formatted(target.handler().tool().name()),
                    "take it away from the PATH, and ours is used with its own compiler");
        }
        return target.compiler().flatMap(by -> missingTool(by.engine().tool()));
    }

    private Optional<Availability<Cell>> missingFront(Target.Handled target) {
        if (target.handler().carrier() == Carrier.SHIM) {
            return missingFront(target.front())
                    .or(() -> fronts.shortcoming(
                                    target.front(), target.handler().asks(target.form()))
                            .flatMap(Resolution::unavailable))
                    .or(() -> unseen(target));
        }
        if (target.front().runs() == Runs.BUNDLE) {
            return standing(target.handler().tool()) instanceof Standing.Present present
                    ? asked(fronts.find(target.front(), present.tool()))
                    : Optional.empty();
        }
        return missingFront(target.front()).or(() -> fronts.refusal().flatMap(Resolution::unavailable));
    }

    private Optional<Availability<Cell>> unseen(Target.Handled target) {
        return standing(target.handler().tool()) instanceof Standing.Present present
                ? fronts.unseen(present.tool()).flatMap(Resolution::unavailable)
                : Optional.empty();
    }

    private static Optional<Availability<Cell>> foreign(Cell cell, Target.Container target) {
        return target.foreignImage() && !cell.operation().ofImages()
                ? unavailable(
                        "this machine's processor cannot execute what is in an image for %s"
                                .formatted(target.architecture()),
                        "weigh the image: images/size/%s".formatted(cell.id()))
                : Optional.empty();
    }

    private Optional<Availability<Cell>> missingFront(Cell cell, Target.Container target) {
        Fronts able = cell.operation().ofImages() ? fronts.serving() : fronts;
        return asked(able.find(target.front()));
    }

    private Optional<Availability<Cell>> missingRuntime(Target.Container target) {
        return target.runtime()
                .flatMap(runtime -> missingFront(runtime)
                        .or(() -> runtime.refusesHybridGroups()
                                ? fronts.refusal().flatMap(Resolution::unavailable)
                                : Optional.empty()));
    }

    private Optional<Availability<Cell>> missingFront(ContainerFront front) {
        return asked(fronts.find(front));
    }

    private static Optional<Availability<Cell>> asked(Availability<ContainerEngine> answer) {
        return answer instanceof Availability.Unavailable<ContainerEngine> missing
                ? unavailable(missing.reason(), missing.remedy())
                : Optional.empty();
    }

    private Optional<Availability<Cell>> missingRegistry(Cell cell) {
        return cell.operation().ofImages()
                ? fronts.registryObstacle().flatMap(missing -> unavailable(missing.reason(), missing.remedy()))
                : Optional.empty();
    }

    private Optional<Availability<Cell>> missingBase(Target.Container target) {
        return fronts.obstacle(target.base()).flatMap(missing -> unavailable(missing.reason(), missing.remedy()));
    }

    private Optional<Availability<Cell>> missingEngine(Cell cell, Target.Wasm target) {
        Engine engine = target.engine();
        Mode mode = target.mode();
        Optional<Availability<Cell>> lack =
                lacking(cell, "%s in mode %s".formatted(engine.tool().name(), mode.id()), mode.lacks());
        if (lack.isPresent()) {
            return lack;
        }
        return missingTool(engine.tool());
    }

    private Optional<Availability<Cell>> missingTool(ToolDescription tool) {
        return standing(tool) instanceof Standing.Absent absent
                ? unavailable(absent.reason(), absent.remedy())
                : Optional.empty();
    }

    private Standing standing(ToolDescription tool) {
        return standings.computeIfAbsent(tool.id(), id -> toolbox.look(tool));
    }

    private static Optional<Availability<Cell>> lacking(Cell cell, String who, Map<String, Lack> lacks) {
        for (String need : cell.workload().needs()) {
            Lack lack = lacks.get(need);
            if (lack != null) {
                return unavailable(
                        "%s lacks '%s': %s".formatted(who, need, lack.reason()), "none; see " + lack.reference());
            }
        }
        return Optional.empty();
    }

    private static Optional<Availability<Cell>> unavailable(Obstacle obstacle) {
        return unavailable(obstacle.reason(), obstacle.remedy());
    }

    private static Optional<Availability<Cell>> unavailable(String reason, String remedy) {
        return Optional.of(new Availability.Unavailable<>(reason, remedy));
    }
}
