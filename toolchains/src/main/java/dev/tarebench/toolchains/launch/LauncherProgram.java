package dev.tarebench.toolchains.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.tarebench.toolchains.command.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Knows what the native launcher is made of, so that it is built where it is used and no binary is ever shipped. */
public final class LauncherProgram {

    private static final String FOLDER = "/tare/launcher/";
    private static final String NAME = "tare-launcher";
    private static final List<String> SOURCES =
            List.of("launcher.c", "request.c", "request.h", "spawn.c", "spawn.h", "tree.c", "tree.h");

    /** Static and small, because the launcher's own memory is the floor of every child's peak. */
    private static final List<String> FLAGS = List.of("-std=c11", "-Os", "-s", "-static");

    private LauncherProgram() {}

    /** The text of every source by its file name. */
    public static Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        SOURCES.forEach(name -> sources.put(name, resource(name)));
        return sources;
    }

    /** Changes whenever a launcher built before must be built again: a hash of sources, names and flags. */
    public static String hash() {
        MessageDigest digest = sha256();
        FLAGS.forEach(flag -> digest.update((flag + "\0").getBytes(UTF_8)));
        sources()
                .forEach((name, text) ->
                        digest.update("%s\0%s\0".formatted(name, text).getBytes(UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Builds the launcher into the directory and returns its path; one that was there is replaced at once, never half.
     *
     * @param compiler the C compiler and the arguments that make it one, such as {@code zig cc -target
     *     x86_64-linux-musl}
     * @throws dev.tarebench.toolchains.command.CommandFailed if it does not compile
     */
    public static Path build(List<String> compiler, Path directory) {
        return build(compiler, sources(), NAME, directory);
    }

    static Path build(List<String> compiler, Map<String, String> sources, String name, Path directory) {
        try {
            Files.createDirectories(directory);
            Path workshop = Files.createTempDirectory(directory, name + "-");
            try {
                compile(compiler, sources, name, workshop);
                return Files.move(workshop.resolve(name), directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                remove(workshop);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("%s could not be built in %s".formatted(name, directory), unwritable);
        }
    }

    private static void compile(List<String> compiler, Map<String, String> sources, String name, Path workshop)
            throws IOException {
        List<String> arguments = new ArrayList<>(compiler);
        arguments.addAll(FLAGS);
        arguments.addAll(List.of("-o", name));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Files.writeString(workshop.resolve(source.getKey()), source.getValue());
            if (source.getKey().endsWith(".c")) {
                arguments.add(source.getKey());
            }
        }
        Command.of(arguments)
                .inDirectory(workshop)
                .withHint("a compiler that can link statically: the C library's .a files, or zig")
                .runChecked();
    }

    /** Flat: nothing but the sources and the program was put there. */
    private static void remove(Path workshop) throws IOException {
        try (var files = Files.list(workshop)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(workshop);
    }

    /** The text of a file of the launcher's folder. */
    static String resource(String name) {
        try (InputStream stream = LauncherProgram.class.getResourceAsStream(FOLDER + name)) {
            return new String(
                    requireNonNull(stream, () -> "the resource " + FOLDER + name)
                            .readAllBytes(),
                    UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the resource %s%s".formatted(FOLDER, name), unreadable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
