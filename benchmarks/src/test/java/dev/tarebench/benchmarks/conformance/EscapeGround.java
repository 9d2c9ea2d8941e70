package dev.tarebench.benchmarks.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder with a preopened one in it, secrets beside that one, and every kind of way out that {@code escape.c} tries. */
record EscapeGround(Path outside) {

    /** What {@code escape.c} does to a file outside, in its order. */
    private static final List<String> REACHING =
            List.of("read", "write", "read-by-own-link", "write-by-own-link", "link", "stat");

    /** What {@code escape.c} does in a folder outside, in its order. */
    private static final List<String> FILLING = List.of("create", "mkdir", "symlink");

    static EscapeGround layOut(Path outside) throws IOException {
        Files.createDirectories(outside.resolve("in").resolve("in"));
        Files.createDirectory(outside.resolve("out"));
        Files.writeString(outside.resolve("secret.txt"), "secret", StandardCharsets.UTF_8);
        Files.writeString(outside.resolve("out").resolve("secret.txt"), "secret", StandardCharsets.UTF_8);
        Path inside = outside.resolve("in");
        Files.createSymbolicLink(inside.resolve("absolute-link"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(inside.resolve("relative-link"), Path.of("../secret.txt"));
        Files.createSymbolicLink(inside.resolve("folder-link"), Path.of("../out"));
        Files.createSymbolicLink(inside.resolve("chain"), Path.of("relative-link"));
        return new EscapeGround(outside);
    }

    Path inside() {
        return outside.resolve("in");
    }

    /** The guest's arguments, when it knows the preopened folder by this name. */
    String[] arguments(String guestName) {
        boolean isRoot = guestName.equals("/");
        String within = isRoot ? "" : guestName;
        List<String> arguments = new ArrayList<>(List.of(guestName));
        Stream.of(
                        "/../secret.txt",
                        "/absolute-link",
                        "/relative-link",
                        "/folder-link/secret.txt",
                        "/chain",
                        "/folder-link/../secret.txt",
                        "/in/../../secret.txt",
                        "/folder-link/")
                .forEach(path -> arguments.add(within + path));
        arguments.addAll(
                List.of(outside.resolve("secret.txt").toString(), "../secret.txt", "/etc/passwd", outside + "/"));
        if (!isRoot) {
            // Above the root lies the root: what is made there is made inside.
            arguments.addAll(List.of(within + "/../", "../"));
        }
        return arguments.toArray(String[]::new);
    }

    /** What the guest prints when it has tried every way with these arguments and come out by none. */
    static List<String> refusals(String[] arguments) {
        return Stream.of(arguments)
                .skip(1)
                .flatMap(path -> path.endsWith("/")
                        ? FILLING.stream().map(way -> "refused %s %smade-by-the-guest".formatted(way, path))
                        : REACHING.stream().map(way -> "refused %s %s".formatted(way, path)))
                .toList();
    }

    /**
     * Whether what the line tells of was tried on the host's files. Above the preopened folder lies, with some engines, a
     * root of their own in memory: a file that comes into being there is one that nobody else sees.
     */
    static boolean leadsToTheHost(String line) {
        return !line.endsWith("../made-by-the-guest");
    }

    /** What must be the same after the guest has tried: names and contents of everything beside the preopened folder. */
    List<String> state() throws IOException {
        List<String> state = new ArrayList<>();
        try (Stream<Path> files = Files.walk(outside)) {
            for (Path file :
                    files.filter(file -> !file.startsWith(inside())).sorted().toList()) {
                state.add(outside.relativize(file)
                        + (Files.isRegularFile(file)
                                ? " %s, linked %s times"
                                        .formatted(Files.readString(file), Files.getAttribute(file, "unix:nlink"))
                                : ""));
            }
        }
        return state;
    }
}
