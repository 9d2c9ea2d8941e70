package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.catalogue.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tool that only the system can bring: it is used where it is found, and its remedy says how to get it. */
public record PathInstall(String file, String remedy, HostSources hosts) implements Install {

    static PathInstall read(Table table) {
        return new PathInstall(table.string("file"), table.string("remedy"), HostSources.read(table));
    }

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
    public Optional<Obstacle> obstacle(Workshop workshop) {
        return Optional.of(new Obstacle("%s is not on the PATH".formatted(file), remedy));
    }

    @Override
    public List<String> identity(Workshop workshop) {
        List<String> identity = new ArrayList<>(List.of("path", file));
        identity.addAll(hosts.identity(workshop));
        return identity;
    }

    @Override
    public List<Path> into(Path folder, Workshop workshop) throws IOException {
        throw new IOException("%s is not installed by Tare: %s".formatted(file, remedy));
    }

    @Override
    public Path mainFile(Path folder) {
        return folder.resolve(file);
    }
}
