package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.dock.ContainedProgram;
import dev.tarebench.benchmarks.dock.Containers;
import dev.tarebench.benchmarks.dock.Surroundings;
import dev.tarebench.toolchains.command.Companion;
import dev.tarebench.toolchains.containers.ContainerId;
import dev.tarebench.toolchains.containers.ControlGroup;
import dev.tarebench.toolchains.containers.ControlGroups;
import dev.tarebench.toolchains.launch.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Containers of one program, started a few at a time until all have begun. A client is attached only until its guest's
 * begin mark has come through it; then it is killed, so that what is weighed are the containers and not their clients.
 */
public final class Crowd {

    /** Starting more at once than there are processors to start them makes each slower and none earlier. */
    public static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    /** What must stay free: a machine without it kills processes, and not necessarily ours. */
    private static final long LEAST_FREE_BYTES = 1L << 30;

    private static final String FEWER = "%s; ask for fewer by --containers";

    /** How long what was begun may take to come to an end when the crowd is given up. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final long GLANCE_NANOS = 500_000;

    private final ContainedProgram program;
    private final Containers containers;
    private final Path folder;
    private final Optional<ControlGroup> group;
    private final List<ContainerId> ids = new ArrayList<>();
    private final List<Client> starting = new ArrayList<>();
    private final List<Path> logs = new ArrayList<>();
    private Instant firstSpawn = Instant.EPOCH;
    private long lastBeginNs;

    /** @param folder in which each container gets a working directory */
    public Crowd(ContainedProgram program, Containers containers, Path folder, Optional<ControlGroup> group) {
        this.program = program;
        this.containers = containers;
        this.folder = folder;
        this.group = group;
    }

    private record Client(Process process, Path stderr) {

        Marks marks() throws IOException {
            return Marks.parse(Files.readString(stderr, StandardCharsets.ISO_8859_1));
        }
    }

    /** Starts as many as wanted; answers how that ended. */
    public Outcome gather(int wanted, Duration timeout, BooleanSupplier stopped) {
        long deadline = System.nanoTime() + timeout.toNanos();
        firstSpawn = Instant.now();
        try {
            while (ids.size() < wanted || !starting.isEmpty()) {
                if (stopped.getAsBoolean()) {
                    return new Outcome.Interrupted();
                }
                if (System.nanoTime() > deadline) {
                    return new Outcome.TimedOut(timeout, Optional.of(FEWER.formatted(begun(wanted))));
                }
                Optional<Outcome> failure = glance(wanted);
                if (failure.isPresent()) {
                    // What ends a run can end its clients a moment before it is known here.
                    return stopped.getAsBoolean() ? new Outcome.Interrupted() : failure.get();
                }
            }
            return new Outcome.Completed();
        } catch (IOException unstartable) {
            return new Outcome.NotStarted(
                    "container %d of %d could not be started: %s".formatted(ids.size(), wanted, unstartable));
        }
    }

    private Optional<Outcome> glance(int wanted) throws IOException {
        while (starting.size() < AT_ONCE && ids.size() < wanted) {
            long free = SystemMemory.availableBytes();
            if (free < LEAST_FREE_BYTES) {
                return Optional.of(new Outcome.NotStarted(
                        FEWER.formatted("%s, and no more fit: %d MiB are free, and %d MiB must stay so"
                                .formatted(begun(wanted), free >> 20, LEAST_FREE_BYTES >> 20))));
            }
            spawn();
        }
        for (Iterator<Client> clients = starting.iterator(); clients.hasNext(); ) {
            Client client = clients.next();
            Marks marks = client.marks();
            if (marks.beginNs().isPresent()) {
                lastBeginNs = Math.max(lastBeginNs, marks.beginNs().getAsLong());
                client.process().destroyForcibly();
                clients.remove();
            } else if (!client.process().isAlive()) {
                logs.add(client.stderr());
                return Optional.of(new Outcome.NotStarted("%s when one ended with exit code %d before it began: %s"
                        .formatted(
                                begun(wanted),
                                client.process().exitValue(),
                                Files.readString(client.stderr(), StandardCharsets.ISO_8859_1)
                                        .strip())));
            }
        }
        LockSupport.parkNanos(GLANCE_NANOS);
        return Optional.empty();
    }

    private String begun(int wanted) {
        return "%d of %d containers had begun".formatted(ids.size() - starting.size(), wanted);
    }

    private void spawn() throws IOException {
        ContainerId id = containers.next();
        ids.add(id);
        Path guest = Files.createDirectory(folder.resolve("guest-" + ids.size()));
        Path stderr = folder.resolve("stderr-" + ids.size());
        List<String> command = containers.start(
                program,
                id,
                new Surroundings(
                        guest, CleanEnvironment.with(Map.of()), Optional.empty(), group.map(ControlGroup::path)));
        starting.add(new Client(Companion.startSilent(command, stderr), stderr));
    }

    List<ContainerId> ids() {
        return List.copyOf(ids);
    }

    List<Path> logs() {
        return List.copyOf(logs);
    }

    /** From the first client's start to the last guest's begin, both by the real-time clock. */
    Duration untilLastBegan() {
        Instant last = Instant.ofEpochSecond(lastBeginNs / 1_000_000_000, lastBeginNs % 1_000_000_000);
        return Duration.between(firstSpawn, last);
    }

    /** Ends and removes every container, a few at a time. */
    public void disperse() {
        boolean givenUp = !starting.isEmpty();
        letBegin();
        Hands.each(AT_ONCE, ids, id -> containers.end(program, id, false));
        if (givenUp) {
            evict();
        }
        ids.clear();
    }

    /**
     * Lets clients come to where they would be killed anyway: of one that is killed halfway a daemon forgets the container,
     * and its shim waits for ever to be told to start it.
     */
    private void letBegin() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!starting.isEmpty() && System.nanoTime() < deadline) {
            starting.removeIf(client -> !client.process().isAlive() || hasBegun(client));
            LockSupport.parkNanos(GLANCE_NANOS);
        }
        starting.forEach(client -> client.process().destroyForcibly());
        starting.clear();
    }

    private static boolean hasBegun(Client client) {
        try {
            boolean begun = client.marks().beginNs().isPresent();
            if (begun) {
                client.process().destroyForcibly();
            }
            return begun;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Kills what is in the group still, which is ours alone: some clients can have ended halfway with their run. */
    private void evict() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!left().isEmpty() && System.nanoTime() < deadline) {
            left().forEach(process -> ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly));
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    /** The processes in the group, in whichever hierarchy: a runtime joins one after the other. */
    private Set<Long> left() {
        Set<Long> processes = new TreeSet<>();
        try {
            for (Path folder : group.isPresent() ? group.get().folders() : List.<Path>of()) {
                processes.addAll(left(folder));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read who is in the control group", unreadable);
        }
        return processes;
    }

    private static List<Long> left(Path folder) {
        try {
            return ControlGroups.processes(folder);
        } catch (IOException vanishing) {
            // A runtime takes a group below it away just now, in which nobody can be any more.
            return List.of();
        }
    }

    /** How much a container's own processes and its helpers' hold, by their shares of what they share. */
    long proportionalBytes() {
        try {
            List<Long> inside = group.isPresent() ? group.get().processes() : List.of();
            return ProportionalMemory.of(
                    inside, ids.stream().map(ContainerId::toString).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read who is in the control group", unreadable);
        }
    }
}
