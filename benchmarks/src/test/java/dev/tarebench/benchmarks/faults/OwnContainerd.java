package dev.tarebench.benchmarks.faults;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.endtoend.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A containerd of the test's own, which it may do to what it likes. */
record OwnContainerd(Process process, Path socket) implements AutoCloseable {

    /**
     * Starts one and waits until it listens; skips the test where there is none.
     *
     * @param store where images are kept
     * @param folder where everything else is
     */
    static OwnContainerd start(Path store, Path folder) throws IOException {
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
        Path log = folder.resolve("containerd.log");
        Process process = started(List.of("containerd", "--config", configuration.toString()), log);
        Waiting.until(() -> Files.exists(socket) || !process.isAlive());
        if (!process.isAlive()) {
            Requirement.missing("ctr", "no containerd can be started here: " + Files.readString(log));
        }
        return new OwnContainerd(process, socket);
    }

    private static Process started(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException missing) {
            Requirement.missing("ctr", "no containerd can be started here: " + missing.getMessage());
            throw new IllegalStateException("a missing requirement ends the test", missing);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
