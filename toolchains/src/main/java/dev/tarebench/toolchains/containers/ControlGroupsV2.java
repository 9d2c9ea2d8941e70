package dev.tarebench.toolchains.containers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Version 2: one hierarchy, in which a controller counts only where the group above hands it down. */
final class ControlGroupsV2 implements ControlGroups {

    private static final List<String> CONTROLLERS = List.of("memory", "cpu", "cpuset", "pids");

    private final Path hierarchy;

    private ControlGroupsV2(Path hierarchy) {
        this.hierarchy = hierarchy;
    }

    static Optional<ControlGroups> find(MountTable mounts) {
        return mounts.ofType("cgroup2").stream()
                .map(MountTable.Mount::place)
                .findFirst()
                .map(ControlGroupsV2::new);
    }

    @Override
    public List<Path> roots() {
        return List.of(hierarchy.resolve(PARENT));
    }

    @Override
    public ControlGroup create(ContainerId id) throws IOException {
        Path parent = hierarchy.resolve(PARENT);
        Path group = parent.resolve(id.toString());
        handDown(hierarchy);
        Files.createDirectories(group);
        handDown(parent);
        handDown(group);
        return at(Path.of(PARENT, id.toString()));
    }

    @Override
    public ControlGroup at(Path path) {
        return new Group(hierarchy.resolve(path), "/" + path);
    }

    /** Asks one by one: in one request, a single controller that is missing here would refuse all. */
    private static void handDown(Path group) throws IOException {
        Set<String> offered = Set.of(text(group.resolve("cgroup.controllers")).split(" ", -1));
        for (String controller : CONTROLLERS) {
            if (offered.contains(controller)) {
                Files.writeString(group.resolve("cgroup.subtree_control"), "+" + controller);
            }
        }
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readString(file, StandardCharsets.US_ASCII).strip()
                : "";
    }

    /** The total in the text of {@code cpu.stat}. */
    static Optional<Duration> cpuTime(String statistics) {
        return statistics
                .lines()
                .filter(line -> line.startsWith("usage_usec "))
                .map(line ->
                        Long.parseLong(line.substring(line.indexOf(' ') + 1).strip()))
                .map(microseconds -> Duration.ofNanos(microseconds * 1000))
                .findFirst();
    }

    private record Group(Path folder, String path) implements ControlGroup {

        /** A group that hands controllers down may hold no process itself, so there is one below it that does. */
        @Override
        public List<Path> folders() throws IOException {
            return List.of(Files.createDirectories(folder.resolve("process")));
        }

        @Override
        public void pin(String cpus) throws IOException {
            Files.writeString(folder.resolve("cpuset.cpus"), cpus);
        }

        @Override
        public OptionalLong peakBytes() throws IOException {
            String peak = text(folder.resolve("memory.peak"));
            return peak.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(peak));
        }

        @Override
        public OptionalLong currentBytes() throws IOException {
            String current = text(folder.resolve("memory.current"));
            return current.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(current));
        }

        @Override
        public List<Long> processes() throws IOException {
            return ControlGroups.processes(folder);
        }

        @Override
        public Optional<Duration> cpuTime() throws IOException {
            return ControlGroupsV2.cpuTime(text(folder.resolve("cpu.stat")));
        }

        @Override
        public void close() throws IOException {
            ControlGroups.removeLast(folder);
        }
    }
}
