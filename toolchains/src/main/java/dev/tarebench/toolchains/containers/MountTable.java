package dev.tarebench.toolchains.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is mounted where, as this process sees it. */
public record MountTable(List<Mount> mounts) {

    public record Mount(Path place, String type, Set<String> options) {}

    public MountTable {
        mounts = List.copyOf(mounts);
    }

    public static MountTable read() {
        try {
            return parse(Files.readString(Path.of("/proc/self/mountinfo"), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the table of mounts", unreadable);
        }
    }

    /** Parses the text of {@code /proc/self/mountinfo}, whose fields are described in proc(5). */
    static MountTable parse(String text) {
        return new MountTable(text.lines().flatMap(line -> mount(line).stream()).toList());
    }

    private static Optional<Mount> mount(String line) {
        String[] halves = line.split(" - ", 2);
        String[] first = halves[0].split(" ", -1);
        if (halves.length < 2 || first.length < 5) {
            return Optional.empty();
        }
        String[] second = halves[1].split(" ", -1);
        Set<String> options = second.length < 3 ? Set.of() : Set.copyOf(List.of(second[2].split(",", -1)));
        return Optional.of(new Mount(Path.of(first[4].replace("\\040", " ")), second[0], options));
    }

    boolean has(Path place) {
        return mounts.stream().anyMatch(mount -> mount.place().equals(place));
    }

    public List<Mount> ofType(String type) {
        return mounts.stream().filter(mount -> mount.type().equals(type)).toList();
    }
}
