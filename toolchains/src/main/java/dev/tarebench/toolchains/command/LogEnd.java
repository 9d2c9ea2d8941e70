package dev.tarebench.toolchains.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The last lines of a log that somebody else writes, from a place on: what it said when something failed. */
public record LogEnd(Path log, long from) {

    private static final int LINES = 20;

    /** What would make a terminal change its colours. */
    private static final Pattern COLOUR = Pattern.compile("\\x1b\\[[0-9;]*m");

    /** What is written from now on. */
    public static LogEnd fromNow(Path log) {
        return new LogEnd(log, log.toFile().length());
    }

    public static LogEnd whole(Path log) {
        return new LogEnd(log, 0);
    }

    /** The last lines, each on a line of its own and indented; empty if there is no such log. */
    public String text() {
        try {
            byte[] all = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
            int begin = (int) Math.min(from, all.length);
            List<String> lines = new String(Arrays.copyOfRange(all, begin, all.length), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> COLOUR.matcher(line).replaceAll(""))
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                    .map(line -> "  " + line + "\n")
                    .collect(Collectors.joining());
        } catch (IOException unreadable) {
            return "  %s cannot be read: %s%n".formatted(log, unreadable);
        }
    }
}
