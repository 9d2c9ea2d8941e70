package dev.tarebench.toolchains.containers;

import dev.tarebench.toolchains.command.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The group above a container whose engine has systemd make its groups: such an engine accepts only a slice. Started by
 * ourselves beforehand, it stays when the container has gone.
 */
final class SystemdSlice implements ControlGroup {

    private static final String SUFFIX = ".slice";

    private final String name;
    private final ControlGroup group;

    private SystemdSlice(String name, ControlGroup group) {
        this.name = name;
        this.group = group;
    }

    /** @param inside makes a view of a group of this path that is there already */
    static SystemdSlice start(ContainerId id, Function<Path, ControlGroup> inside) {
        String name = name(id);
        Command.of("systemctl", "start", name)
                .withHint("the engine's control groups are systemd's, which only root may add to")
                .runChecked();
        return new SystemdSlice(name, inside.apply(place(name)));
    }

    /** A slice's hyphens are its ancestors, so the id's own become something else. */
    static String name(ContainerId id) {
        return ControlGroups.PARENT + "-" + id.toString().replace('-', '_') + SUFFIX;
    }

    /** The id that a slice of ours was named for. */
    static Optional<ContainerId> id(String name) {
        String start = ControlGroups.PARENT + "-";
        return name.startsWith(start) && name.endsWith(SUFFIX)
                ? ContainerId.parse(name.substring(start.length(), name.length() - SUFFIX.length())
                        .replace('_', '-'))
                : Optional.empty();
    }

    /** Stops the slices of dead owners; {@code roots} tells where the hierarchies are. */
    static List<String> sweep(List<Path> roots) throws IOException {
        Set<String> dead = new TreeSet<>();
        for (Path root : roots) {
            for (Path slice : ControlGroups.children(root.resolveSibling(ControlGroups.PARENT + SUFFIX))) {
                String name = String.valueOf(slice.getFileName());
                id(name).filter(id -> !id.owner().alive()).ifPresent(id -> dead.add(name));
            }
        }
        dead.forEach(name -> Command.of("systemctl", "stop", name).runChecked());
        return List.copyOf(dead);
    }

    /** Where systemd puts a slice: below its parent, which is named before the hyphen. */
    static Path place(String name) {
        return Path.of(ControlGroups.PARENT + SUFFIX, name);
    }

    @Override
    public String path() {
        return name;
    }

    @Override
    public List<Path> folders() throws IOException {
        return group.folders();
    }

    @Override
    public void pin(String cpus) {
        Command.of("systemctl", "set-property", "--runtime", name, "AllowedCPUs=" + cpus)
                .runChecked();
    }

    @Override
    public OptionalLong peakBytes() throws IOException {
        return group.peakBytes();
    }

    @Override
    public OptionalLong currentBytes() throws IOException {
        return group.currentBytes();
    }

    @Override
    public List<Long> processes() throws IOException {
        return group.processes();
    }

    @Override
    public Optional<Duration> cpuTime() throws IOException {
        return group.cpuTime();
    }

    @Override
    public void close() {
        Command.of("systemctl", "stop", name).runChecked();
    }
}
