package dev.tarebench.toolchains.containers;

import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.Availability.Ready;
import dev.tarebench.toolchains.Availability.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The control groups of this machine. A group of our own stands above every measured container, since the container's own
 * group is gone with it, and its peak too.
 */
public sealed interface ControlGroups permits ControlGroupsV1, ControlGroupsV2 {

    /** Below it lies everything of ours, so that nothing else is ever removed. */
    String PARENT = "tare";

    /** Who makes an engine's groups. */
    enum Driver {
        /** The engine itself, or its runtime. */
        CGROUPFS,
        /** systemd, which takes only slices as parents. */
        SYSTEMD
    }

    /** Makes a new group that an engine with this driver accepts as a parent. */
    default ControlGroup create(ContainerId id, Driver driver) throws IOException {
        return switch (driver) {
            case CGROUPFS -> create(id);
            case SYSTEMD -> SystemdSlice.start(id, this::at);
        };
    }

    /** Makes a new group. */
    ControlGroup create(ContainerId id) throws IOException;

    /** A group that is there already, by its path below the hierarchy. */
    ControlGroup at(Path path);

    /** The folders in which our groups lie, one for each hierarchy. */
    List<Path> roots();

    /** What this machine has, if we may write it. */
    static Availability<ControlGroups> find() {
        return find(MountTable.read());
    }

    static Availability<ControlGroups> find(MountTable mounts) {
        Optional<ControlGroups> found = ControlGroupsV1.find(mounts).or(() -> ControlGroupsV2.find(mounts));
        if (found.isEmpty()) {
            return new Unavailable<>("no control groups with a memory controller are mounted", "mount cgroup2");
        }
        return found.get().roots().stream().allMatch(root -> Files.isWritable(root.resolveSibling(".")))
                ? new Ready<>(found.get())
                : new Unavailable<>("control groups cannot be written here", "run as root");
    }

    /** Whether version 2 lies beside version 1, with the controllers in version 1. */
    static boolean hybrid() {
        MountTable mounts = MountTable.read();
        return !mounts.ofType("cgroup").isEmpty() && !mounts.ofType("cgroup2").isEmpty();
    }

    /** Removes the groups whose owners are dead, and answers their names. */
    default List<String> sweep() throws IOException {
        List<String> removed = new ArrayList<>(SystemdSlice.sweep(roots()));
        for (Path root : roots()) {
            for (Path group : children(root)) {
                Optional<ContainerId> id = ContainerId.parse(String.valueOf(group.getFileName()));
                if (id.isPresent() && !id.get().owner().alive()) {
                    removeLast(group);
                    removed.add(group.toString());
                }
            }
        }
        return removed;
    }

    /** Removes the parent of all ours where nothing is in it: containerd makes it too, for what it runs in our name. */
    default void removeEmptyParents() throws IOException {
        for (Path root : roots()) {
            removeEmpty(root);
        }
    }

    /** Removes the group, and the parent of all ours when it was the last. */
    static void removeLast(Path group) throws IOException {
        remove(group);
        removeEmpty(group.resolveSibling(".").normalize());
    }

    private static void removeEmpty(Path parent) throws IOException {
        if (children(parent).isEmpty()) {
            try {
                Files.deleteIfExists(parent);
            } catch (IOException joined) {
                // Another Tare has made a group in it meanwhile, and will remove it in its turn.
                return;
            }
        }
    }

    /** Removes the group and those below it; the kernel's files in it go with it and cannot be removed themselves. */
    static void remove(Path group) throws IOException {
        for (Path child : children(group)) {
            remove(child);
        }
        Files.deleteIfExists(group);
    }

    /** The processes in the group and in those below it; one that ends meanwhile is one less. */
    static List<Long> processes(Path group) throws IOException {
        List<Long> processes = new ArrayList<>();
        for (String line : Files.readAllLines(group.resolve("cgroup.procs"))) {
            processes.add(Long.parseLong(line.strip()));
        }
        for (Path child : children(group)) {
            processes.addAll(processes(child));
        }
        return processes;
    }

    static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> listing = Files.list(folder)) {
            return listing.filter(Files::isDirectory).toList();
        }
    }
}
