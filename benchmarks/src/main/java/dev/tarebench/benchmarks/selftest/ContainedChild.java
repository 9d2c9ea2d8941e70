package dev.tarebench.benchmarks.selftest;

import dev.tarebench.benchmarks.dock.ContainedProgram;
import dev.tarebench.benchmarks.dock.Dock;
import dev.tarebench.benchmarks.dock.Surroundings;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.bases.Base;
import dev.tarebench.toolchains.containers.ContainerFront;
import dev.tarebench.toolchains.containers.ContainerId;
import dev.tarebench.toolchains.containers.ControlGroup;
import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program of known behaviour in containers on an empty base. */
record ContainedChild(KnownChild child, Dock dock, Base base) {

    /**
     * What the control group says of one container, and what the child in it says of itself.
     *
     * @param cpuSaid the CPU time that the child had used, by its own process clock
     */
    record Launch(long peakBytes, Duration cpu, Duration cpuSaid) {

        double peakMebibytes() {
            return peakBytes / (double) (1 << 20);
        }

        double cpuSaidMilliseconds() {
            return cpuSaid.toNanos() / 1e6;
        }

        /** What the runtime used besides, before the child began and after it had told. */
        double cpuOutsideMilliseconds() {
            return cpu.minus(cpuSaid).toNanos() / 1e6;
        }
    }

    ContainedProgram in(ContainerFront front, String what, long amount) {
        return dock.program(
                front,
                Optional.empty(),
                base,
                "selftest",
                child.artifact(),
                Map.of(),
                List.of(what, Long.toString(amount)));
    }

    Launch launch(ContainedProgram program) {
        ContainerId id = dock.containers().next();
        Optional<ControlGroup> counted = dock.containers().group(program.engine(), id);
        if (counted.isEmpty()) {
            throw new SetupFailure("no control group can be made here, so nothing counts in containers", "be root");
        }
        try (ControlGroup group = counted.get()) {
            Surroundings around =
                    new Surroundings(child.folder(), Map.of(), Optional.empty(), Optional.of(group.path()));
            try {
                return read(group, child.launch(dock.containers().start(program, id, around)));
            } finally {
                dock.containers().end(program, id, false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the container %s cannot be counted".formatted(id), e);
        }
    }

    private Launch read(ControlGroup group, Execution execution) throws IOException {
        if (!(execution.outcome() instanceof Outcome.Completed)) {
            throw new SetupFailure(
                    "the child of known behaviour %s in a container"
                            .formatted(execution.outcome().explanation()),
                    "see by 'doctor' whether the container engines answer");
        }
        return new Launch(
                group.peakBytes().orElseThrow(),
                group.cpuTime().orElseThrow(),
                child.said().cpu());
    }
}
