package dev.tarebench.benchmarks.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every command takes. */
final class SharedOptions {

    @Option(
            names = "--catalogue",
            paramLabel = "DIR",
            description = "a folder with engines/, compilers/ and workloads/ of your own, added to ours")
    Optional<Path> catalogue = Optional.empty();

    @Option(names = "--verbose", description = "show where an error came from")
    boolean verbose;
}
