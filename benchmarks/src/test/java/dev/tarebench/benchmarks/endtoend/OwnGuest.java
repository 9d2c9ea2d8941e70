package dev.tarebench.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A catalogue of a user's own with one guest, {@code startup/own-c}, that behaves as a test wants. */
public final class OwnGuest {

    public static final String CELL = "startup/own-c@native";

    /** The hash of nothing, which most of these guests print. */
    public static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private OwnGuest() {}

    /** Writes the catalogue; {@code body} is the body of the guest's {@code main}, which prints nothing. */
    public static Path write(Path catalogue, String body) throws IOException {
        return write(catalogue, body, NOTHING, "");
    }

    /**
     * Writes the catalogue.
     *
     * @param stdoutSha256 the known answer
     * @param arguments what the guest is called with, as the inside of a TOML array
     */
    public static Path write(Path catalogue, String body, String stdoutSha256, String arguments) throws IOException {
        return write(catalogue, "own", body, stdoutSha256, arguments);
    }

    /** Adds a guest of any name to the catalogue. */
    public static Path write(Path catalogue, String id, String body, String stdoutSha256, String arguments)
            throws IOException {
        Path guest = Files.createDirectories(catalogue.resolve("workloads").resolve(id));
        Files.writeString(guest.resolve("workload.toml"), """
                id = "%s"
                suite = "startup"
                title = "behaves as a test wants"
                stresses = "nothing"
                origin = "a test"
                needs = []

                [languages.c]

                [sizes.every]
                arguments = [%s]
                stdout = "%s"
                """.formatted(id, arguments, stdoutSha256));
        Files.writeString(Files.createDirectories(guest.resolve("c")).resolve(id + ".c"), """
                #define _GNU_SOURCE
                #include <fcntl.h>
                #include <stdio.h>
                #include <stdlib.h>
                #include <string.h>
                #include <time.h>
                #include <unistd.h>
                #ifndef __wasm__
                #include <signal.h>
                #include <sys/mman.h>
                #include <sys/wait.h>
                #endif
                int main(int argc, char **argv) { (void)argc; (void)argv; %s }
                """.formatted(body));
        return catalogue;
    }
}
