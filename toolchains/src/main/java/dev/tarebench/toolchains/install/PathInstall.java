package dev.tarebench.toolchains.install;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A tool that only the system can bring: it is used where it is found, and its remedy says how to get it. */
public record PathInstall(String file, String remedy) implements Install {

    @Override
    public Optional<String> program() {
        return Optional.of(file);
    }

    @Override
    public String what() {
        return file + " on the PATH";
    }

    @Override
    public Cost cost() {
        return new Cost(true, Duration.ZERO);
    }

    @Override
    public Optional<String> byHand(Workshop workshop) {
        return Optional.of(remedy);
    }

    @Override
    public List<String> identity(Workshop workshop) {
        return List.of("path", file);
    }

    @Override
    public List<Path> into(Path folder, Workshop workshop) throws IOException {
        throw new IOException("%s is not installed by Tare: %s".formatted(file, remedy));
    }

    @Override
    public List<String> start(Path folder, Workshop workshop) {
        return List.of(mainFile(folder).toString());
    }

    @Override
    public Path mainFile(Path folder) {
        return folder.resolve(file);
    }
}
