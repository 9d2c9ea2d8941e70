package dev.tarebench.benchmarks.faults;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.endtoend.Waiting;
import dev.tarebench.toolchains.command.Command;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A containerd of the test's own, which it may do to what it likes. */
record OwnContainerd(List<String> command, String searchPath, Process process, Path socket) implements AutoCloseable {

    /**
     * Starts one and waits until it listens; skips the test where there is none.
     *
     * @param store where images are kept
     * @param folder where everything else is
     */
    static OwnContainerd start(Path store, Path folder) throws IOException {
        return start(store, folder, System.getenv().getOrDefault("PATH", ""));
    }

    /** @param searchPath where it looks for shims */
    static OwnContainerd start(Path store, Path folder, String searchPath) throws IOException {
        Path socket = folder.resolve("containerd.sock");
        Path configuration = Files.writeString(folder.resolve("containerd.toml"), """
                version = 2
                root = "%s"
                state = "%s"
                disabled_plugins = ["io.containerd.grpc.v1.cri"]

                [grpc]
                address = "%s"
                """.formatted(
                        store.resolve("root"), folder.resolve("state"), socket));
        return start(List.of("containerd", "--config", configuration.toString()), searchPath, socket);
    }

    private static OwnContainerd start(List<String> command, String searchPath, Path socket) throws IOException {
        Path log = socket.resolveSibling("containerd.log");
        Process process = started(command, searchPath, log);
        Waiting.until(() -> Files.exists(socket) || !process.isAlive());
        if (!process.isAlive()) {
            Requirement.missing("ctr", "no containerd can be started here: " + Files.readString(log));
        }
        return new OwnContainerd(command, searchPath, process, socket);
    }

    private static Process started(List<String> command, String searchPath, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("PATH", searchPath);
        try {
            return builder.start();
        } catch (IOException missing) {
            Requirement.missing("ctr", "no containerd can be started here: " + missing.getMessage());
            throw new IllegalStateException("a missing requirement ends the test", missing);
        }
    }

    /** Ends it as a crash does: its shims and containers stay, and so does its socket, at which nobody listens. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it once more on what the killed one left. */
    OwnContainerd again() throws IOException {
        Files.deleteIfExists(socket);
        return start(command, searchPath, socket);
    }

    /** What it still holds of Tare's, by name. */
    List<String> containers() {
        return Command.of("ctr", "--address=" + socket, "--namespace=tare", "containers", "list", "--quiet")
                .runChecked()
                .standardOutput()
                .lines()
                .toList();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        for (String engine : List.of("wamr", "wasmedge", "wasmer", "wasmtime")) {
            Path state = Path.of("/run/containerd", engine);
            removeIfEmpty(state.resolve("tare"));
            removeIfEmpty(state);
        }
    }

    /** Whatever containerd they belong to, runwasi's shims keep their state at one place, and leave its folders. */
    private static void removeIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException used) {
            // Somebody else's.
            return;
        }
    }
}
