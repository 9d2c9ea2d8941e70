package dev.tarebench.hosts;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What every JVM engine's host is told on its command line, so that their engine files look alike:
 * {@code [--mode=M] [--compile=FILE | --compiled=FILE] [--dir=HOST::GUEST]... [--env=NAME=VALUE]... MODULE [ARGUMENT]...}.
 */
record HostArguments(
        String mode,
        Optional<Path> compile,
        Optional<Path> compiled,
        Map<String, Path> directories,
        Map<String, String> environment,
        List<String> guestArguments) {

    HostArguments {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(compile, "compile");
        Objects.requireNonNull(compiled, "compiled");
        // Insertion order is kept: it decides the numbers of the preopened descriptors.
        directories = new LinkedHashMap<>(directories);
        environment = new LinkedHashMap<>(environment);
        guestArguments = List.copyOf(guestArguments);
        if (guestArguments.isEmpty()) {
            throw new IllegalArgumentException("no module given");
        }
    }

    static HostArguments parse(String[] words) {
        String mode = "";
        Optional<Path> compile = Optional.empty();
        Optional<Path> compiled = Optional.empty();
        Map<String, Path> directories = new LinkedHashMap<>();
        Map<String, String> environment = new LinkedHashMap<>();
        int next = 0;
        for (; next < words.length && words[next].startsWith("--"); next++) {
            String[] option = halves(words[next], "=");
            switch (option[0]) {
                case "--mode" -> mode = option[1];
                case "--compile" -> compile = Optional.of(Path.of(option[1]));
                case "--compiled" -> compiled = Optional.of(Path.of(option[1]));
                case "--dir" -> {
                    String[] directory = halves(option[1], "::");
                    directories.put(directory[1], Path.of(directory[0]));
                }
                case "--env" -> {
                    String[] variable = halves(option[1], "=");
                    environment.put(variable[0], variable[1]);
                }
                default -> throw new IllegalArgumentException("unknown option " + words[next]);
            }
        }
        List<String> guestArguments = List.of(words).subList(next, words.length);
        return new HostArguments(mode, compile, compiled, directories, environment, guestArguments);
    }

    Path module() {
        return Path.of(guestArguments.get(0));
    }

    private static String[] halves(String word, String separator) {
        int at = word.indexOf(separator);
        if (at < 1) {
            throw new IllegalArgumentException(word + ": expected " + separator + " in it");
        }
        return new String[] {word.substring(0, at), word.substring(at + separator.length())};
    }
}
