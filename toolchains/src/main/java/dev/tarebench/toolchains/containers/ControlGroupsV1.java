package dev.tarebench.toolchains.containers;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Version 1: one hierarchy per controller, and runtimes make their groups in every one of them. */
final class ControlGroupsV1 implements ControlGroups {

    private static final List<String> CONTROLLERS = List.of("memory", "cpuacct", "cpuset");

    private final Map<String, Path> controllers;
    private final Set<Path> hierarchies;

    private ControlGroupsV1(Map<String, Path> controllers, Set<Path> hierarchies) {
        this.controllers = controllers;
        this.hierarchies = hierarchies;
    }

    static Optional<ControlGroups> find(MountTable mounts) {
        List<MountTable.Mount> groups = mounts.ofType("cgroup");
        Map<String, Path> controllers = CONTROLLERS.stream()
                .filter(controller -> place(groups, controller).isPresent())
                .collect(Collectors.toMap(
                        Function.identity(), name -> place(groups, name).orElseThrow()));
        if (!controllers.containsKey("memory")) {
            return Optional.empty();
        }
        // In hybrid mode runtimes join the unified hierarchy as well, though it holds no controller.
        Set<Path> hierarchies = Stream.concat(groups.stream(), mounts.ofType("cgroup2").stream())
                .map(MountTable.Mount::place)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Optional.of(new ControlGroupsV1(controllers, hierarchies));
    }

    private static Optional<Path> place(List<MountTable.Mount> groups, String controller) {
        return groups.stream()
                .filter(mount -> mount.options().contains(controller))
                .map(MountTable.Mount::place)
                .findFirst();
    }

    @Override
    public List<Path> roots() {
        return hierarchies.stream().map(hierarchy -> hierarchy.resolve(PARENT)).toList();
    }

    @Override
    public ControlGroup create(ContainerId id) throws IOException {
        String name = PARENT + "/" + id;
        for (Path controller : Set.copyOf(controllers.values())) {
            Files.createDirectories(controller.resolve(name));
        }
        if (controllers.containsKey("cpuset")) {
            inheritProcessors(controllers.get("cpuset"), name);
        }
        return at(Path.of(name));
    }

    @Override
    public ControlGroup at(Path path) {
        return new Group(path.toString());
    }

    /** A new cpuset group has no processor and no memory node, and nothing can run in it. */
    private static void inheritProcessors(Path cpuset, String name) throws IOException {
        Path above = cpuset;
        for (Path part : Path.of(name)) {
            Path group = above.resolve(part);
            for (String file : List.of("cpuset.cpus", "cpuset.mems")) {
                if (text(group.resolve(file)).isEmpty()) {
                    Files.writeString(group.resolve(file), text(above.resolve(file)));
                }
            }
            above = group;
        }
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readString(file, StandardCharsets.US_ASCII).strip()
                : "";
    }

    private final class Group implements ControlGroup {

        private final String name;

        private Group(String name) {
            this.name = name;
        }

        @Override
        public String path() {
            return "/" + name;
        }

        @Override
        public List<Path> folders() {
            return controllers.values().stream()
                    .distinct()
                    .map(controller -> controller.resolve(name))
                    .toList();
        }

        @Override
        public void pin(String cpus) throws IOException {
            Path controller = controllers.get("cpuset");
            if (controller == null) {
                throw new IOException("no cpuset controller is mounted; nothing can be pinned by control group");
            }
            Files.writeString(controller.resolve(name).resolve("cpuset.cpus"), cpus);
        }

        @Override
        public OptionalLong peakBytes() throws IOException {
            return read("memory", "memory.max_usage_in_bytes");
        }

        @Override
        public OptionalLong currentBytes() throws IOException {
            return read("memory", "memory.usage_in_bytes");
        }

        @Override
        public List<Long> processes() throws IOException {
            return ControlGroups.processes(requireNonNull(controllers.get("memory"), "no memory controller")
                    .resolve(name));
        }

        @Override
        public Optional<Duration> cpuTime() throws IOException {
            OptionalLong nanoseconds = read("cpuacct", "cpuacct.usage");
            return nanoseconds.isPresent() ? Optional.of(Duration.ofNanos(nanoseconds.getAsLong())) : Optional.empty();
        }

        private OptionalLong read(String controller, String file) throws IOException {
            Path hierarchy = controllers.get(controller);
            String text = hierarchy == null ? "" : text(hierarchy.resolve(name).resolve(file));
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        }

        @Override
        public void close() throws IOException {
            for (Path hierarchy : hierarchies) {
                ControlGroups.removeLast(hierarchy.resolve(name));
            }
        }
    }
}
