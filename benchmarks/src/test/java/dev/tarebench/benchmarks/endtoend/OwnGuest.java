package dev.tarebench.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A catalogue of a user's own with one guest, {@code startup/own-c}, that prints nothing and behaves as a test wants. */
final class OwnGuest {

    static final String CELL = "startup/own-c@native";

    private OwnGuest() {}

    /** Writes the catalogue; {@code body} is the body of the guest's {@code main}. */
    static Path write(Path catalogue, String body) throws IOException {
        Path guest = Files.createDirectories(catalogue.resolve("workloads/own"));
        Files.writeString(
                guest.resolve("workload.toml"),
                Files.readString(Path.of("../workloads/noop/workload.toml")).replace("\"noop\"", "\"own\""));
        Files.writeString(Files.createDirectories(guest.resolve("c")).resolve("own.c"), """
                #define _DEFAULT_SOURCE
                #include <signal.h>
                #include <stdio.h>
                #include <stdlib.h>
                #include <time.h>
                #include <unistd.h>
                int main(void) { %s }
                """.formatted(body));
        return catalogue;
    }
}
