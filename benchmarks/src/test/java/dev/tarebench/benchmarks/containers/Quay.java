package dev.tarebench.benchmarks.containers;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.command.Launchers;
import dev.tarebench.benchmarks.command.Session;
import dev.tarebench.benchmarks.dock.ContainedProgram;
import dev.tarebench.benchmarks.dock.Dock;
import dev.tarebench.benchmarks.dock.Needs;
import dev.tarebench.benchmarks.dock.Surroundings;
import dev.tarebench.benchmarks.measure.Crowd;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.benchmarks.plan.Target;
import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.containers.ContainerEngine;
import dev.tarebench.toolchains.containers.ContainerFront;
import dev.tarebench.toolchains.containers.ContainerId;
import dev.tarebench.toolchains.containers.ContainerRun;
import dev.tarebench.toolchains.containers.ContainerSweep;
import dev.tarebench.toolchains.containers.ControlGroup;
import dev.tarebench.toolchains.containers.ProcessIdentity;
import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.Invocation;
import dev.tarebench.toolchains.launch.Outcome;
import dev.tarebench.toolchains.launch.ProcessLauncher;
import dev.tarebench.toolchains.tools.ToolDescription;
import dev.tarebench.workloads.GuestSource;
import dev.tarebench.workloads.Size;
import dev.tarebench.workloads.build.Artifact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A dock with every front that answers here, and small guests to put into containers. */
final class Quay implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin");

    private final Session session = Session.open(Optional.empty(), Progress.silent());
    private final ProcessLauncher launcher = Launchers.start(session.builder(), Progress.silent());
    private final ResourceFolder guests = ResourceFolder.beside(ToolDescription.class, "tare/conformance");
    private final List<ContainerEngine> engines = answering();
    private final Dock dock;
    private final Path folder;

    Quay(Path folder) {
        this.folder = folder;
        this.dock = Dock.open(
                session.cache(),
                session.fronts(),
                Needs.toRun(engines.stream().map(ContainerEngine::front).toList()),
                System.getenv());
    }

    private List<ContainerEngine> answering() {
        List<ContainerEngine> ready = new ArrayList<>();
        session.catalogue().fronts().values().forEach(front -> {
            if (session.fronts().find(front) instanceof Availability.Ready<ContainerEngine> engine) {
                ready.add(engine.value());
            }
        });
        return List.copyOf(ready);
    }

    /** The front, or the end of the test with the reason why it does not answer. */
    private ContainerFront front(String id) {
        ContainerFront front =
                Optional.ofNullable(session.catalogue().fronts().get(id)).orElseThrow();
        if (session.fronts().find(front) instanceof Availability.Unavailable<ContainerEngine> missing) {
            Requirement.missing(id, missing.reason());
        }
        return front;
    }

    /** A guest of the conformance tests in an image on the base, where the front finds it. */
    ContainedProgram program(String front, String base, String guest, String... arguments) {
        ContainerFront known = front(front);
        return dock.program(
                known,
                Optional.empty(),
                Optional.ofNullable(session.catalogue().bases().get(base)).orElseThrow(),
                "conformance/" + guest,
                artifact(guest),
                Map.of(),
                List.of(arguments));
    }

    /** The program of a cell, in the image and behind the front that the cell names. */
    ContainedProgram programOf(String id) {
        Cell cell = session.catalogue().cells().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
        Target.Container container = (Target.Container) cell.target();
        return dock.program(
                front(container.front().id()),
                container.runtime(),
                container.base(),
                cell.workload().workload(),
                session.builder().build(cell.workload(), Size.SMALL, container.place()),
                Map.of(),
                List.of());
    }

    Artifact artifact(String guest) {
        String file = guest + ".c";
        GuestSource source = new GuestSource("c", Map.of(file, guests.read(file)), List.of(file), Map.of());
        return session.builder().build("conformance guest " + guest, source, Map.of("_GNU_SOURCE", "1"), "native");
    }

    /** What became of one container. */
    record Ended(Outcome outcome, String output, String errors, OptionalLong peakBytes, Duration wall) {}

    Ended run(ContainedProgram program, Path directory, Map<String, String> environment, Optional<String> cpus)
            throws IOException {
        ContainerId id = dock.containers().next();
        Optional<ControlGroup> group = dock.containers().group(program.engine(), id);
        try {
            if (group.isPresent() && cpus.isPresent()) {
                group.get().pin(cpus.get());
            }
            Surroundings around = new Surroundings(directory, environment, cpus, group.map(ControlGroup::path));
            return ended(dock.containers().start(program, id, around), ENVIRONMENT, List.of(), group);
        } finally {
            dock.containers().end(program, id, false);
            if (group.isPresent()) {
                group.get().close();
            }
        }
    }

    /** The front's client with nothing but what a user types. */
    List<String> bareCommand(ContainedProgram program) {
        ContainerEngine engine = program.engine();
        return engine.run(
                ContainerRun.of(dock.containers().next(), program.image().orElseThrow(), program.command()));
    }

    /** The same, for a client that comes back when its container runs; it stays until it is removed. */
    List<String> bareDetached(ContainedProgram program) {
        List<String> command = new ArrayList<>(bareCommand(program));
        command.set(command.indexOf("--rm"), "--detach");
        return command;
    }

    /** Containers of the program as they are started when many are wanted at once. */
    Crowd crowd(ContainedProgram program, Path place) {
        return new Crowd(
                program,
                dock.containers(),
                place,
                dock.containers().group(program.engine(), dock.containers().next()));
    }

    /** Ends and removes every container of this process. */
    void removeAll(ContainedProgram program) {
        ContainerSweep sweep = new ContainerSweep(program.engine());
        sweep.containers(id -> id.owner().equals(ProcessIdentity.current())).forEach(sweep::remove);
    }

    /** The same guest in no container, counted by the same instrument. */
    Ended bare(String guest, String... arguments) throws IOException {
        Optional<ControlGroup> group = dock.containers().group(dock.containers().next());
        List<String> command = new ArrayList<>(List.of(artifact(guest).file().toString()));
        command.addAll(List.of(arguments));
        try {
            return ended(command, Map.of(), group.isPresent() ? group.get().folders() : List.of(), group);
        } finally {
            if (group.isPresent()) {
                group.get().close();
            }
        }
    }

    private Ended ended(
            List<String> command, Map<String, String> environment, List<Path> groups, Optional<ControlGroup> group)
            throws IOException {
        Execution execution = launcher.launch(new Invocation(
                command,
                environment,
                folder,
                Optional.empty(),
                folder.resolve("stdout"),
                folder.resolve("stderr"),
                TIMEOUT,
                1L << 28,
                List.of(),
                0,
                groups));
        return new Ended(
                execution.outcome(),
                Files.readString(execution.stdout().file(), StandardCharsets.UTF_8),
                Files.readString(execution.stderr().file(), StandardCharsets.UTF_8),
                group.isPresent() ? group.get().peakBytes() : OptionalLong.empty(),
                execution.usage().orElseThrow().wall());
    }

    /** What the engines still hold of this process, by name. */
    List<String> left() {
        ProcessIdentity self = ProcessIdentity.current();
        String tag = new ContainerId(self, 0).toString();
        List<String> left = new ArrayList<>();
        for (ContainerEngine engine : engines) {
            ContainerSweep sweep = new ContainerSweep(engine);
            sweep.containers(id -> id.owner().equals(self)).forEach(id -> left.add(id.toString()));
            left.addAll(sweep.images(name -> name.endsWith(tag)));
        }
        return left;
    }

    @Override
    public void close() {
        dock.close();
        launcher.close();
    }
}
