package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.dock.Containers;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.toolchains.containers.ControlGroup;
import dev.tarebench.toolchains.launch.Instrument;
import dev.tarebench.toolchains.launch.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** A cell that is many containers at once: how soon the last has begun, what each costs, how soon all are gone. */
final class DensityCell implements Measurable {

    private final Prepared prepared;
    private final ContainerVessel vessel;
    private final Workspace workspace;
    private final Duration timeout;
    private final BooleanSupplier stopped;
    private Optional<Workspace.Place> place = Optional.empty();
    private Optional<ControlGroup> group = Optional.empty();
    private Optional<Crowd> crowd = Optional.empty();
    private Outcome outcome = new Outcome.NotStarted("nothing was executed");
    private Instant startedAt = Instant.EPOCH;
    private long availableBefore;
    private long wallNs;

    private DensityCell(
            Prepared prepared, ContainerVessel vessel, Workspace workspace, Duration timeout, BooleanSupplier stopped) {
        this.prepared = prepared;
        this.vessel = vessel;
        this.workspace = workspace;
        this.timeout = timeout;
        this.stopped = stopped;
    }

    static DensityCell of(Prepared prepared, Workspace workspace, Duration timeout, BooleanSupplier stopped) {
        if (prepared.vessel() instanceof ContainerVessel container) {
            return new DensityCell(prepared, container, workspace, timeout, stopped);
        }
        throw new IllegalArgumentException(
                "%s is in no container".formatted(prepared.cell().id()));
    }

    @Override
    public Cell cell() {
        return prepared.cell();
    }

    @Override
    public void before(int paddingBytes) {
        Containers containers = vessel.containers();
        Workspace.Place fresh = workspace.fresh(prepared.inputs());
        place = Optional.of(fresh);
        group = containers.group(vessel.program().engine(), containers.next());
        crowd = Optional.of(new Crowd(vessel.program(), containers, fresh.directory(), group));
        availableBefore = SystemMemory.availableBytes();
        startedAt = Instant.now();
    }

    @Override
    public void execute() {
        long begin = System.nanoTime();
        outcome = crowd.orElseThrow().gather(cell().containers().orElseThrow(), timeout, stopped);
        wallNs = System.nanoTime() - begin;
    }

    @Override
    public Trial after() {
        SortedMap<String, Long> metrics = new TreeMap<>();
        Crowd gathered = crowd.orElseThrow();
        if (outcome instanceof Outcome.Completed) {
            weigh(gathered, metrics);
            long begin = System.nanoTime();
            gathered.disperse();
            metrics.put(Metrics.STOP.key(), System.nanoTime() - begin);
        }
        return new Trial(
                outcome,
                startedAt,
                Instrument.EXACT,
                metrics,
                Map.of(),
                prepared.notes(),
                List.copyOf(gathered.logs()));
    }

    private void weigh(Crowd gathered, Map<String, Long> metrics) {
        long count = gathered.ids().size();
        long fallen = availableBefore - SystemMemory.availableBytes();
        metrics.put(Metrics.CONTAINERS.key(), count);
        metrics.put(Metrics.WALL.key(), wallNs);
        metrics.put(Metrics.READY.key(), gathered.untilLastBegan().toNanos());
        metrics.put(Metrics.EACH_PSS.key(), gathered.proportionalBytes() / count);
        // Other programs can have freed more than these containers took; such a figure says nothing about them.
        if (fallen > 0) {
            metrics.put(Metrics.EACH_FREE.key(), fallen / count);
        }
        group.ifPresent(counted -> charged(counted, count, metrics));
    }

    private static void charged(ControlGroup group, long count, Map<String, Long> metrics) {
        try {
            group.currentBytes().ifPresent(bytes -> metrics.put(Metrics.EACH_CGROUP.key(), bytes / count));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the control group %s".formatted(group.path()), unreadable);
        }
    }

    @Override
    public void clear() {
        crowd.ifPresent(Crowd::disperse);
        crowd = Optional.empty();
        group.ifPresent(GroupReading::close);
        group = Optional.empty();
        place.ifPresent(Workspace.Place::remove);
        place = Optional.empty();
    }
}
