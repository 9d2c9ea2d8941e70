package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.dock.ContainedProgram;
import dev.tarebench.benchmarks.dock.Dock;
import dev.tarebench.benchmarks.dock.MadeImage;
import dev.tarebench.benchmarks.dock.Sources;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Operation;
import dev.tarebench.benchmarks.plan.Target;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.workloads.GuestSource;
import dev.tarebench.workloads.SizedRun;
import dev.tarebench.workloads.build.Artifact;
import dev.tarebench.workloads.build.ArtifactBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a program into an image, and the image where the cell's operation wants it. */
record ContainerPreparation(
        Dock dock,
        ArtifactBuilder builder,
        Cell cell,
        Target.Container target,
        Artifact artifact,
        Map<String, Path> files) {

    Prepared prepare(SizedRun run, Answer answer, List<String> notes) {
        return switch (cell.operation()) {
            case RUN, PROLONGED, DENSITY, CREATE_START -> contained(run, answer, notes);
            case PULL, PULL_SHARED, SIZE ->
                new ImagePreparation(dock, cell, target.front(), artifact).prepare(made(run), answer, notes);
        };
    }

    private String name() {
        return cell.program();
    }

    private MadeImage made(SizedRun run) {
        return switch (target.kind()) {
            case BEST_PRACTICE -> dock.image(target.base(), artifact, files, target.architecture());
            case FAT -> dock.fatImage(target.base(), name(), sources(), run.defines(), files);
        };
    }

    private Sources sources() {
        GuestSource guest = cell.workload().source();
        return new Sources(guest, builder.dependencies(name(), guest));
    }

    private Prepared contained(SizedRun run, Answer answer, List<String> notes) {
        ContainedProgram program =
                dock.program(target.front(), target.runtime(), target.base(), name(), artifact, files, run.arguments());
        boolean created = cell.operation() == Operation.CREATE_START;
        List<String> all = new ArrayList<>(notes);
        if (created && !target.front().createsInGroups()) {
            all.add(
                    "control group: none of ours, since %s creates containers in its own; so no memory, no CPU time, not pinned"
                            .formatted(target.front().id()));
        }
        Tool engine = program.engine().tool();
        engine.versionWarning().ifPresent(all::add);
        all.add("base: " + program.origin());
        List<Tool> tools = new ArrayList<>(List.of(artifact.compiler(), engine));
        target.runtime().map(dock::tool).ifPresent(tools::add);
        return new Prepared(
                cell,
                artifact,
                new ContainerVessel(program, dock.containers(), created),
                files,
                answer,
                Optional.empty(),
                Optional.empty(),
                tools,
                all);
    }
}
