package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.dock.Containers;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.toolchains.containers.ControlGroup;
import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.Invocation;
import dev.tarebench.toolchains.launch.ResourceUsage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * No vessel but the operating system: a native program, or an engine with its module.
 *
 * @param commandFor the command line for a given working directory
 * @param containers where control groups come from, in a run that also measures containers: the same instrument on both sides
 */
record BareVessel(
        Function<Path, List<String>> commandFor, Map<String, String> environment, Optional<Containers> containers)
        implements Vessel {

    BareVessel {
        environment = Map.copyOf(environment);
    }

    @Override
    public Filled fill(Workspace.Place place, MeasureSettings settings, int paddingBytes) {
        Optional<ControlGroup> group = containers.flatMap(shared -> shared.group(shared.next()));
        return new Started(
                Vessel.invocation(
                        place,
                        settings,
                        commandFor.apply(place.directory()),
                        environment,
                        settings.cpus(),
                        paddingBytes,
                        group.map(BareVessel::folders).orElse(List.of())),
                group);
    }

    @Override
    public List<Path> named(Path directory) {
        return commandFor.apply(directory).stream()
                .filter(argument -> argument.startsWith("/"))
                .map(Path::of)
                .toList();
    }

    private static List<Path> folders(ControlGroup group) {
        try {
            return group.folders();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot use the control group %s".formatted(group.path()), unwritable);
        }
    }

    private record Started(Invocation invocation, Optional<ControlGroup> group) implements Filled {

        @Override
        public void read(Execution execution, Map<String, Long> metrics) {
            execution.usage().ifPresent(usage -> record(usage, metrics));
            group.ifPresent(counted -> GroupReading.read(counted, metrics));
        }

        private static void record(ResourceUsage usage, Map<String, Long> metrics) {
            metrics.put(Metrics.WALL.key(), usage.wall().toNanos());
            usage.user().ifPresent(user -> metrics.put(Metrics.USER.key(), user.toNanos()));
            usage.system().ifPresent(system -> metrics.put(Metrics.SYSTEM.key(), system.toNanos()));
            put(metrics, Metrics.MAX_RSS.key(), usage.maxRssBytes());
            put(metrics, Metrics.MINOR_FAULTS.key(), usage.minorFaults());
            put(metrics, Metrics.MAJOR_FAULTS.key(), usage.majorFaults());
            put(metrics, Metrics.VOLUNTARY_SWITCHES.key(), usage.voluntarySwitches());
            put(metrics, Metrics.INVOLUNTARY_SWITCHES.key(), usage.involuntarySwitches());
        }

        private static void put(Map<String, Long> metrics, String key, OptionalLong value) {
            value.ifPresent(figure -> metrics.put(key, figure));
        }

        @Override
        public void empty() {
            group.ifPresent(GroupReading::close);
        }
    }
}
