package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls cargo with a home of its own in the cache, but with the registries that the user has configured. */
final class Cargo {

    private Cargo() {}

    static Command command(Workshop workshop, List<String> arguments) throws IOException {
        Path home = workshop.client("cargo");
        List<String> command = new ArrayList<>(List.of("cargo"));
        userConfiguration(workshop).ifPresent(file -> command.addAll(List.of("--config", file.toString())));
        command.addAll(arguments);
        return Command.of(command)
                .withEnvironment("CARGO_HOME", home.toString())
                .withHint("check that the crate registry can be reached and that the Rust compiler is new enough");
    }

    private static Optional<Path> userConfiguration(Workshop workshop) {
        Optional<Path> named =
                Optional.ofNullable(workshop.environment().get("CARGO_HOME")).map(Path::of);
        Optional<Path> usual =
                Optional.ofNullable(workshop.environment().get("HOME")).map(home -> Path.of(home, ".cargo"));
        return named.or(() -> usual).map(home -> home.resolve("config.toml")).filter(Files::isRegularFile);
    }
}
