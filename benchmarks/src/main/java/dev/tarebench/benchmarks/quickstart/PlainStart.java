package dev.tarebench.benchmarks.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JVM's start with nothing but a jar and its arguments. Whoever gives a JVM options of his own, in whatever way, gets
 * what he asked for and nothing else.
 *
 * <p>Read in a JVM that shall be gone in a moment: no lambda and no concatenation, since linking one takes longer than
 * all the rest.
 *
 * @param words the whole command line as the system has it
 * @param jar the real path of the jar
 */
record PlainStart(List<byte[]> words, Path jar) {

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final List<String> OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
    private static final int FIRST_ARGUMENT = 3;

    static Optional<PlainStart> ofThisProcess() {
        try {
            return of(words(Files.readAllBytes(COMMAND_LINE)), System.getenv());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<PlainStart> of(List<byte[]> words, Map<String, String> environment) throws IOException {
        for (String variable : OPTIONS) {
            if (environment.containsKey(variable)) {
                return Optional.empty();
            }
        }
        if (words.size() < FIRST_ARGUMENT || !text(words.get(1)).equals("-jar")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PlainStart(words, Path.of(text(words.get(2))).toRealPath()));
        } catch (InvalidPathException unspeakable) {
            return Optional.empty();
        }
    }

    /** Each word ends with a NUL. */
    static List<byte[]> words(byte[] commandLine) {
        List<byte[]> words = new ArrayList<>();
        int begin = 0;
        for (int end = 0; end < commandLine.length; end++) {
            if (commandLine[end] == 0) {
                words.add(Arrays.copyOfRange(commandLine, begin, end));
                begin = end + 1;
            }
        }
        return words;
    }

    private static String text(byte[] word) {
        return new String(word, StandardCharsets.UTF_8);
    }

    /** All on which it depends whether what was prepared for one start serves another; the first line is the jar. */
    String stamp() throws IOException {
        return String.join(
                "\n",
                jar.toString(),
                Long.toString(Files.size(jar)),
                Files.getLastModifiedTime(jar).toString(),
                System.getProperty("java.home", ""),
                System.getProperty("java.vm.name", ""),
                System.getProperty("java.vm.version", ""),
                "");
    }

    /** The same command line with options for the JVM. */
    byte[][] with(List<String> options) {
        List<byte[]> command = new ArrayList<>();
        command.add(words.get(0));
        for (String option : options) {
            command.add(option.getBytes(StandardCharsets.UTF_8));
        }
        command.add(words.get(1));
        command.add(jar.toString().getBytes(StandardCharsets.UTF_8));
        command.addAll(words.subList(FIRST_ARGUMENT, words.size()));
        return command.toArray(new byte[0][]);
    }
}
