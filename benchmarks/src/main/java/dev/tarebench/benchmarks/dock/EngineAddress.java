package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.containers.ContainerEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which engine a run used: the front alone does not tell, since its variable can name another daemon tomorrow.
 *
 * @param socket where the daemon listens, for a front that has one
 */
record EngineAddress(String front, Optional<String> socket) {

    private static final String SEPARATOR = "\t";

    static EngineAddress of(ContainerEngine engine) {
        return new EngineAddress(engine.front().id(), engine.socket());
    }

    static void write(Path file, List<EngineAddress> addresses) throws IOException {
        Files.write(file, addresses.stream().map(EngineAddress::line).toList(), StandardCharsets.UTF_8);
    }

    /** A run that was killed before it wrote them had used none. */
    static List<EngineAddress> read(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                            .map(EngineAddress::parse)
                            .toList()
                    : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read which engines a killed run used: " + file, unreadable);
        }
    }

    private String line() {
        return socket.map(place -> front + SEPARATOR + place).orElse(front);
    }

    private static EngineAddress parse(String line) {
        String[] parts = line.split(SEPARATOR, 2);
        return new EngineAddress(parts[0], parts.length == 2 ? Optional.of(parts[1]) : Optional.empty());
    }

    @Override
    public String toString() {
        return socket.map(place -> "%s at %s".formatted(front, place)).orElse(front);
    }
}
