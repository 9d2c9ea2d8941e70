package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.dock.ContainedProgram;
import dev.tarebench.benchmarks.dock.Dock;
import dev.tarebench.benchmarks.dock.HandledFront;
import dev.tarebench.benchmarks.dock.Module;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Operation;
import dev.tarebench.benchmarks.plan.Target;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.engines.Engine;
import dev.tarebench.toolchains.engines.Mode;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.toolchains.tools.Toolbox;
import dev.tarebench.workloads.Size;
import dev.tarebench.workloads.SizedRun;
import dev.tarebench.workloads.build.Artifact;
import dev.tarebench.workloads.build.ArtifactBuilder;
import dev.tarebench.workloads.inputs.InputFile;
import dev.tarebench.workloads.inputs.InputStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts everything in place that a cell's execution needs, so that nothing is made while anything is timed. */
public final class Preparation {

    private final Cache cache;
    private final Toolbox toolbox;
    private final ArtifactBuilder builder;
    private final AheadOfTime aheadOfTime;
    private final InputStore inputs;
    private final Size size;
    private final int repetitions;
    private final Optional<Dock> dock;

    /** For cells that are neither prolonged nor in containers. */
    public Preparation(Cache cache, Toolbox toolbox, ArtifactBuilder builder, Size size) {
        this(cache, toolbox, builder, size, 1, Optional.empty());
    }

    /**
     * @param repetitions how often a prolonged cell does its work in one process
     * @param dock what cells in containers need around them
     */
    public Preparation(
            Cache cache, Toolbox toolbox, ArtifactBuilder builder, Size size, int repetitions, Optional<Dock> dock) {
        this.cache = cache;
        this.toolbox = toolbox;
        this.builder = builder;
        this.aheadOfTime = new AheadOfTime(cache);
        this.inputs = new InputStore(cache);
        this.size = size;
        this.repetitions = repetitions;
        this.dock = dock;
    }

    public Prepared prepare(Cell cell) {
        return prepare(cell, List.of());
    }

    /** The cell with further arguments, which ask the guest for something else than its usual answer. */
    public Prepared prepare(Cell cell, List<String> furtherArguments) {
        Artifact artifact = builder.build(cell.workload(), size, cell.target().place());
        SizedRun once = Optional.ofNullable(cell.workload().sizes().get(size))
                .orElseThrow()
                .withArguments(furtherArguments);
        SizedRun run = cell.operation() == Operation.PROLONGED ? once.repeated(repetitions) : once;
        Map<String, Path> files = new HashMap<>();
        for (InputFile input : run.inputs()) {
            files.put(input.name(), inputs.obtain(input.source()));
        }
        if (cell.target() instanceof Target.Wasm wasm) {
            return wasm(cell, wasm, artifact, run, files);
        }
        if (cell.target() instanceof Target.Emulated emulated) {
            return emulated(cell, emulated, artifact, run, files);
        }
        if (cell.target() instanceof Target.Handled handled) {
            return handled(cell, handled, artifact, run, files);
        }
        if (cell.target() instanceof Target.ModuleImage image) {
            Dock open = around(cell);
            return new ImagePreparation(open, cell, image.front(), artifact)
                    .prepare(
                            open.image(image.packaging(), Module.of(artifact.file()), files),
                            answer(cell, run),
                            notes(cell, artifact.compiler()));
        }
        return cell.target() instanceof Target.Container container
                ? contained(cell, container, artifact, run, files)
                : nativeProgram(cell, artifact, run, files);
    }

    private Prepared contained(
            Cell cell, Target.Container target, Artifact artifact, SizedRun run, Map<String, Path> files) {
        return new ContainerPreparation(around(cell), builder, cell, target, artifact, files)
                .prepare(run, answer(cell, run), notes(cell, artifact.compiler()));
    }

    private Dock around(Cell cell) {
        return dock.orElseThrow(() -> new SetupFailure(
                "%s needs a container, and none can be started here".formatted(cell.id()), "use 'run'"));
    }

    private Prepared handled(Cell cell, Target.Handled target, Artifact module, SizedRun run, Map<String, Path> files) {
        Dock open = around(cell);
        Tool tool = toolbox.obtain(target.handler().tool());
        Optional<AheadOfTime.Product> product = compiled(target, tool, module);
        ContainedProgram program = open.module(
                new HandledFront(target.front(), target.handler(), tool),
                target.form(),
                cell.workload().id(),
                product.map(compiled -> Module.of(compiled.file()))
                        .orElseGet(() -> new Module(module.file(), module.sha256())),
                run.arguments());
        return new Prepared(
                cell,
                module,
                new ContainerVessel(program, open.containers()),
                files,
                answer(cell, run),
                Optional.empty(),
                product,
                List.of(module.compiler(), tool, program.engine().tool()),
                notes(cell, tool, program.engine().tool()));
    }

    private Optional<AheadOfTime.Product> compiled(Target.Handled target, Tool handler, Artifact module) {
        if (target.compiler().isPresent()) {
            Target.Wasm by = target.compiler().get();
            Tool engine = toolbox.obtain(by.engine().tool());
            return Optional.of(
                    aheadOfTime.compile(engine, by.mode(), module, toolbox.environmentOfOthers(engine.description())));
        }
        return target.form().ownCompiler().map(mode -> aheadOfTime.compile(handler, mode, module, Map.of()));
    }

    private Answer answer(Cell cell, SizedRun run) {
        return Answer.of(run, cell.operation() == Operation.PROLONGED ? repetitions : 1);
    }

    private Prepared nativeProgram(Cell cell, Artifact artifact, SizedRun run, Map<String, Path> files) {
        List<String> command = new ArrayList<>(List.of(artifact.file().toString()));
        command.addAll(run.arguments());
        return new Prepared(
                cell,
                artifact,
                new BareVessel(directory -> command, CleanEnvironment.with(Map.of()), dock.map(Dock::containers)),
                files,
                answer(cell, run),
                Optional.empty(),
                Optional.empty(),
                List.of(artifact.compiler()),
                notes(cell));
    }

    private Prepared emulated(
            Cell cell, Target.Emulated target, Artifact program, SizedRun run, Map<String, Path> files) {
        Tool emulator = toolbox.obtain(target.emulator().tool());
        Map<String, String> values = Map.of("program", program.file().toString());
        return new Prepared(
                cell,
                program,
                new BareVessel(
                        Prepared.rendering(target.run(), emulator, values, run.arguments(), Engine.ROOT),
                        CleanEnvironment.with(Map.of()),
                        dock.map(Dock::containers)),
                files,
                answer(cell, run),
                Optional.empty(),
                Optional.empty(),
                List.of(program.compiler(), emulator),
                notes(cell, emulator));
    }

    private Prepared wasm(Cell cell, Target.Wasm target, Artifact module, SizedRun run, Map<String, Path> files) {
        Tool engine = toolbox.obtain(target.engine().tool());
        Mode mode = target.mode();
        Map<String, String> values =
                new HashMap<>(Map.of("module", module.file().toString()));
        Optional<AheadOfTime.Product> product = mode.compile().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        aheadOfTime.compile(engine, mode, module, toolbox.environmentOfOthers(engine.description())));
        product.ifPresent(compiled -> values.put("compiled", compiled.file().toString()));
        Optional<Path> engineCache =
                mode.hasCache() ? Optional.of(engineCache(engine, mode, module)) : Optional.empty();
        engineCache.ifPresent(folder -> values.put("cache", folder.toString()));
        Optional<CacheProof> proof =
                engineCache.flatMap(folder -> mode.cacheEntries().map(glob -> new CacheProof(folder, glob)));
        return new Prepared(
                cell,
                module,
                new BareVessel(
                        Prepared.rendering(
                                mode.run(),
                                engine,
                                values,
                                run.arguments(),
                                target.engine().folder()),
                        CleanEnvironment.with(engine.render(mode.environment(), values)),
                        dock.map(Dock::containers)),
                files,
                answer(cell, run),
                proof,
                product,
                List.of(module.compiler(), engine),
                notes(cell, engine));
    }

    /** What a reader of the figures must know of the program and of the tools. */
    private static List<String> notes(Cell cell, Tool... tools) {
        List<String> notes = new ArrayList<>();
        cell.workload().reach().method().ifPresent(method -> notes.add("method: " + method));
        for (Tool tool : tools) {
            tool.versionWarning().ifPresent(notes::add);
        }
        return notes;
    }

    /** A folder of this engine, mode and module alone, so that an entry in it can only be this module's. */
    private Path engineCache(Tool engine, Mode mode, Artifact module) {
        Path folder = cache.root()
                .resolve("engine-caches")
                .resolve("%s-%s-%s-%s"
                        .formatted(
                                engine.description().id(),
                                mode.id(),
                                engine.sha256().substring(0, 12),
                                module.sha256().substring(0, 24)));
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new SetupFailure(
                    "the engine's cache folder %s cannot be made".formatted(folder), "see that the disk has room", e);
        }
    }
}
