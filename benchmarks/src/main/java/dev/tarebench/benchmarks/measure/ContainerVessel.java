package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.dock.ContainedProgram;
import dev.tarebench.benchmarks.dock.Containers;
import dev.tarebench.benchmarks.dock.Surroundings;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.toolchains.command.CommandFailed;
import dev.tarebench.toolchains.containers.ContainerId;
import dev.tarebench.toolchains.containers.ControlGroup;
import dev.tarebench.toolchains.containers.ExitCode;
import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.Invocation;
import dev.tarebench.toolchains.launch.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A container, started by a front whose client is the measured process. No figure of the client's own is the guest's:
 * memory and processor time come from a control group of ours around the container.
 *
 * @param created whether the container is created beforehand, and only its start is launched
 */
record ContainerVessel(ContainedProgram program, Containers containers, boolean created) implements Vessel {

    /** A container that is run at once. */
    ContainerVessel(ContainedProgram program, Containers containers) {
        this(program, containers, false);
    }

    @Override
    public Filled fill(Workspace.Place place, MeasureSettings settings, int paddingBytes) {
        ContainerId id = containers.next();
        containers.watch(program.engine());
        boolean grouped = !created || program.engine().front().createsInGroups();
        Optional<ControlGroup> group = grouped ? containers.group(program.engine(), id) : Optional.empty();
        Optional<String> cpus = settings.cpus().isEmpty()
                ? Optional.empty()
                : Optional.of(settings.cpus().stream().map(String::valueOf).collect(Collectors.joining(",")));
        try {
            if (group.isPresent() && cpus.isPresent()) {
                group.get().pin(cpus.get());
            }
            Surroundings around = new Surroundings(
                    place.directory(), CleanEnvironment.padded(paddingBytes), cpus, group.map(ControlGroup::path));
            long begin = System.nanoTime();
            List<String> command = created ? create(id, around, group) : containers.start(program, id, around);
            OptionalLong createNs = created ? OptionalLong.of(System.nanoTime() - begin) : OptionalLong.empty();
            return new Started(
                    // Pinning a client pins nothing, and its environment is not the guest's.
                    Vessel.invocation(
                            place, settings, command, CleanEnvironment.with(Map.of()), List.of(), 0, List.of()),
                    id,
                    group,
                    createNs);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot lay out the container %s".formatted(id), unwritable);
        }
    }

    /** Where exit codes are lost, the end mark alone says that the guest came to its end. */
    @Override
    public Outcome ended(Execution execution, Marks marks) {
        Outcome outcome = execution.outcome();
        if (program.manner().exitCode() == ExitCode.KEPT) {
            return outcome;
        }
        if (outcome instanceof Outcome.NonZeroExit && marks.endNs().isPresent()) {
            return new Outcome.Completed();
        }
        return outcome instanceof Outcome.Completed && marks.endNs().isEmpty()
                ? new Outcome.WrongOutput("the guest did not print its end mark, and its exit code is lost here")
                : outcome;
    }

    private List<String> create(ContainerId id, Surroundings around, Optional<ControlGroup> group) {
        try {
            return containers.create(program, id, around);
        } catch (CommandFailed refused) {
            containers.end(program, id, false);
            group.ifPresent(GroupReading::close);
            throw refused;
        }
    }

    private final class Started implements Filled {

        private final Invocation invocation;
        private final ContainerId id;
        private final Optional<ControlGroup> group;
        private final OptionalLong createNs;
        private boolean gone;

        private Started(Invocation invocation, ContainerId id, Optional<ControlGroup> group, OptionalLong createNs) {
            this.invocation = invocation;
            this.id = id;
            this.group = group;
            this.createNs = createNs;
        }

        @Override
        public Invocation invocation() {
            return invocation;
        }

        @Override
        public void read(Execution execution, Map<String, Long> metrics) {
            gone = !created && execution.outcome() instanceof Outcome.Completed;
            execution
                    .usage()
                    .ifPresent(usage ->
                            metrics.put(Metrics.WALL.key(), usage.wall().toNanos()));
            createNs.ifPresent(create -> {
                metrics.put(Metrics.CREATE.key(), create);
                execution
                        .usage()
                        .ifPresent(usage ->
                                metrics.put(Metrics.START.key(), usage.wall().toNanos()));
            });
            group.ifPresent(counted -> GroupReading.read(counted, metrics));
            if (!created) {
                execution
                        .stamps()
                        .ifPresent(stamps -> Steps.read(stamps, containers.steps(program.engine(), id), metrics));
            }
        }

        @Override
        public void empty() {
            containers.end(program, id, gone);
            group.ifPresent(GroupReading::close);
        }
    }
}
