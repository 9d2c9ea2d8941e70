package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workshop in a test's own folder: its hosts are what the test writes, its PATH holds what the test puts there. */
public record AWorkshop(Path folder, Map<String, String> environment, OtherTools otherTools) {

    /** With an empty PATH, no hosts and no other tools. */
    public static AWorkshop in(Path folder) {
        return new AWorkshop(folder, Map.of("PATH", folder.resolve("bin").toString()), OtherTools.none());
    }

    public AWorkshop withEnvironment(Map<String, String> other) {
        return new AWorkshop(folder, other, otherTools);
    }

    public AWorkshop lending(OtherTools tools) {
        return new AWorkshop(folder, environment, tools);
    }

    public AWorkshop withHost(String file, String text) {
        write(folder.resolve("hosts").resolve(file), text);
        return this;
    }

    /** A program that is found on the PATH and only prints. */
    public AWorkshop withProgram(String name, String prints) {
        Path program = write(folder.resolve("bin").resolve(name), "#!/bin/sh\necho '%s'\n".formatted(prints));
        if (!program.toFile().setExecutable(true)) {
            throw new IllegalStateException("cannot make %s executable".formatted(program));
        }
        return this;
    }

    public Workshop open() {
        return new Workshop(
                environment,
                ResourceFolder.at(folder.resolve("hosts")),
                Path.of(System.getProperty("java.home")),
                folder.resolve("clients"),
                otherTools,
                Progress.silent());
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lends one program under any name. */
    public record OneTool(Path program, String version) implements OtherTools {

        @Override
        public Optional<Obstacle> obstacle(String id) {
            return Optional.empty();
        }

        @Override
        public List<String> identity(String id) {
            return List.of(id, version);
        }

        @Override
        public Optional<Borrowed> present(String id) {
            return Optional.of(obtain(id));
        }

        @Override
        public Borrowed obtain(String id) {
            return new Borrowed(program, Map.of("LENT", version));
        }
    }
}
