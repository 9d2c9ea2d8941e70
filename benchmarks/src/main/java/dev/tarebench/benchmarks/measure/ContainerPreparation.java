package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.dock.ContainedProgram;
import dev.tarebench.benchmarks.dock.Dock;
import dev.tarebench.benchmarks.dock.MadeImage;
import dev.tarebench.benchmarks.dock.PulledImage;
import dev.tarebench.benchmarks.dock.ShippedImage;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Operation;
import dev.tarebench.benchmarks.plan.Target;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.workloads.SizedRun;
import dev.tarebench.workloads.build.Artifact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a program into an image, and the image where the cell's operation wants it. */
record ContainerPreparation(Dock dock, Cell cell, Target.Container target, Artifact artifact, Map<String, Path> files) {

    Prepared prepare(SizedRun run, Answer answer, List<String> notes) {
        return switch (cell.operation()) {
            case RUN, PROLONGED, DENSITY, CREATE_START -> contained(run, answer, notes);
            case PULL, PULL_SHARED -> pulled(made(run), answer, notes);
            case SIZE -> shipped(made(run), answer, notes);
        };
    }

    private String name() {
        return cell.program();
    }

    private MadeImage made(SizedRun run) {
        return switch (target.kind()) {
            case BEST_PRACTICE -> dock.image(target.base(), artifact, files, target.architecture());
            case FAT -> dock.fatImage(target.base(), name(), cell.workload().source(), run.defines(), files);
        };
    }

    private Prepared contained(SizedRun run, Answer answer, List<String> notes) {
        ContainedProgram program =
                dock.program(target.front(), target.base(), name(), artifact, files, run.arguments());
        boolean created = cell.operation() == Operation.CREATE_START;
        List<String> all = new ArrayList<>(notes);
        if (created && !target.front().createsInGroups()) {
            all.add(
                    "control group: none of ours, since %s creates containers in its own; so no memory, no CPU time, not pinned"
                            .formatted(target.front().id()));
        }
        return prepared(
                new ContainerVessel(program, dock.containers(), created),
                files,
                answer,
                program.origin(),
                List.of(program.engine().tool()),
                all);
    }

    private Prepared pulled(MadeImage made, Answer answer, List<String> notes) {
        boolean shared = cell.operation() == Operation.PULL_SHARED;
        PulledImage image = dock.pulled(target.front(), name(), made, shared);
        return prepared(
                new PullVessel(image),
                Map.of(),
                answer,
                image.origin(),
                List.of(image.engine().tool()),
                notes);
    }

    private Prepared shipped(MadeImage made, Answer answer, List<String> notes) {
        ShippedImage image = dock.shipped(name(), made);
        return prepared(new Shipment(image), Map.of(), answer, image.origin(), List.of(), notes);
    }

    private Prepared prepared(
            Subject subject,
            Map<String, Path> inputs,
            Answer answer,
            String origin,
            List<Tool> engine,
            List<String> notes) {
        List<Tool> tools = new ArrayList<>(List.of(artifact.compiler()));
        tools.addAll(engine);
        List<String> all = new ArrayList<>(notes);
        engine.forEach(tool -> tool.versionWarning().ifPresent(all::add));
        all.add("base: " + origin);
        return new Prepared(cell, artifact, subject, inputs, answer, Optional.empty(), Optional.empty(), tools, all);
    }
}
