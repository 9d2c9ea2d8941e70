package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.containers.ContainerEngine;
import dev.tarebench.toolchains.containers.ContainerId;
import dev.tarebench.toolchains.containers.ContainerRun;
import dev.tarebench.toolchains.containers.ContainerSweep;
import dev.tarebench.toolchains.containers.ControlGroup;
import dev.tarebench.toolchains.containers.ControlGroups;
import dev.tarebench.toolchains.containers.EventWatch;
import dev.tarebench.toolchains.containers.ProcessIdentity;
import dev.tarebench.toolchains.images.BindMount;
import dev.tarebench.toolchains.images.BundleSettings;
import dev.tarebench.toolchains.images.RuntimeBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The containers of one run: their names and control groups, the commands that start them, and their ends. */
public final class Containers implements AutoCloseable {

    private final Path folder;
    private final ProcessIdentity owner = ProcessIdentity.current();
    private final AtomicLong count = new AtomicLong();
    private final Map<String, ControlGroups.Driver> drivers = new ConcurrentHashMap<>();
    private final Availability<ControlGroups> groups = ControlGroups.find();

    private final Map<String, EventWatch> watches = new ConcurrentHashMap<>();

    /** @param folder the run's own */
    Containers(Path folder) {
        this.folder = folder;
    }

    /** A name for the next one, by which it can be told whose it is. */
    public ContainerId next() {
        return new ContainerId(owner, count.incrementAndGet());
    }

    /** A control group of our own that the engine accepts around a container; empty where none can be made here. */
    public Optional<ControlGroup> group(ContainerEngine engine, ContainerId id) {
        return group(id, drivers.computeIfAbsent(engine.front().id(), front -> Fronts.driver(engine)));
    }

    /** A control group of our own around a process that is in no container: the same instrument for both. */
    public Optional<ControlGroup> group(ContainerId id) {
        return group(id, ControlGroups.Driver.CGROUPFS);
    }

    private Optional<ControlGroup> group(ContainerId id, ControlGroups.Driver driver) {
        if (!(groups instanceof Availability.Ready<ControlGroups> ready)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ready.value().create(id, driver));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot make a control group for %s".formatted(id), unwritable);
        }
    }

    /** Begins to listen, if the engine tells what becomes of its containers; once for all of them. */
    public void watch(ContainerEngine engine) {
        engine.events()
                .ifPresent(listener -> watches.computeIfAbsent(engine.front().id(), front -> {
                    try {
                        return EventWatch.start(listener, folder.resolve("events-" + front));
                    } catch (IOException unstartable) {
                        throw new UncheckedIOException("cannot listen to %s".formatted(front), unstartable);
                    }
                }));
    }

    /** When each step of the container was, by the engine's own word; empty where it tells none. */
    public Map<String, Instant> steps(ContainerEngine engine, ContainerId id) {
        try {
            EventWatch watch = watches.get(engine.front().id());
            return watch == null ? Map.of() : watch.steps(id);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot hear of %s any more".formatted(id), broken);
        }
    }

    /** The command that runs the program once, with the folder as its working directory. */
    public List<String> start(ContainedProgram program, ContainerId id, Surroundings around) throws IOException {
        List<BindMount> mounts = List.of(new BindMount(around.directory(), ProgramImages.DIRECTORY, false));
        if (program.root().isPresent()) {
            Path bundle = bundle(id);
            BundleSettings settings = new BundleSettings(
                    program.root().get(),
                    program.command(),
                    environment(program, around),
                    ProgramImages.DIRECTORY,
                    mounts,
                    around.cpus(),
                    OptionalLong.empty(),
                    around.group().map(group -> group + "/" + id),
                    program.manner().runtime().annotations());
            RuntimeBundle.write(settings, bundle);
            return program.engine().runBundle(id, bundle);
        }
        return program.engine().run(run(program, id, around, mounts));
    }

    /** Creates the container, and answers the command that starts it and stays until it has ended. */
    public List<String> create(ContainedProgram program, ContainerId id, Surroundings around) {
        List<BindMount> mounts = List.of(new BindMount(around.directory(), ProgramImages.DIRECTORY, false));
        Command.of(program.engine().create(run(program, id, around, mounts))).runChecked();
        return program.engine().start(id);
    }

    private static Map<String, String> environment(ContainedProgram program, Surroundings around) {
        Map<String, String> environment = new HashMap<>(around.environment());
        environment.putAll(program.manner().environment());
        return environment;
    }

    private static ContainerRun run(
            ContainedProgram program, ContainerId id, Surroundings around, List<BindMount> mounts) {
        return new ContainerRun(
                id,
                program.image().orElseThrow(),
                program.command().subList(0, 1),
                program.command().subList(1, program.command().size()),
                environment(program, around),
                mounts,
                around.cpus(),
                OptionalLong.empty(),
                around.group(),
                program.manner().runtime(),
                program.manner().platform());
    }

    /**
     * Leaves nothing of one container.
     *
     * @param gone whether the front has removed it itself, as it does when its client ends in good order
     */
    public void end(ContainedProgram program, ContainerId id, boolean gone) {
        if (!gone) {
            new ContainerSweep(program.engine()).remove(id);
        }
        try {
            Tree.delete(bundle(id));
        } catch (IOException stuck) {
            throw new UncheckedIOException("cannot remove the bundle of %s".formatted(id), stuck);
        }
    }

    private Path bundle(ContainerId id) {
        return folder.resolve("bundles").resolve(id.toString());
    }

    @Override
    public void close() {
        watches.values().forEach(EventWatch::close);
    }
}
