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
        Files.writeString(guest.resolve("workload.toml"), """
                id = "own"
                suite = "startup"
                title = "behaves as a test wants"
                stresses = "nothing"
                origin = "a test"
                needs = []

                [languages.c]

                [sizes.every]
                arguments = []
                stdout = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                """);
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
