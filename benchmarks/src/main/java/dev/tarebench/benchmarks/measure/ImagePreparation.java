package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.dock.Dock;
import dev.tarebench.benchmarks.dock.MadeImage;
import dev.tarebench.benchmarks.dock.PulledImage;
import dev.tarebench.benchmarks.dock.ShippedImage;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Operation;
import dev.tarebench.toolchains.containers.ContainerFront;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.workloads.build.Artifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts an image into the run's registry, to be pulled or weighed there. */
record ImagePreparation(Dock dock, Cell cell, ContainerFront front, Artifact artifact) {

    Prepared prepare(MadeImage made, Answer answer, List<String> notes) {
        if (cell.operation() == Operation.SIZE) {
            ShippedImage image = dock.shipped(cell.program(), made);
            return prepared(new Shipment(image), answer, List.of(), notes, image.origin());
        }
        PulledImage image = dock.pulled(front, cell.program(), made, cell.operation() == Operation.PULL_SHARED);
        return prepared(new PullVessel(image), answer, List.of(image.engine().tool()), notes, image.origin());
    }

    private Prepared prepared(Subject subject, Answer answer, List<Tool> engine, List<String> notes, String origin) {
        List<Tool> tools = new ArrayList<>(List.of(artifact.compiler()));
        tools.addAll(engine);
        List<String> all = new ArrayList<>(notes);
        engine.forEach(tool -> tool.versionWarning().ifPresent(all::add));
        all.add(origin);
        return new Prepared(cell, artifact, subject, Map.of(), answer, Optional.empty(), Optional.empty(), tools, all);
    }
}
