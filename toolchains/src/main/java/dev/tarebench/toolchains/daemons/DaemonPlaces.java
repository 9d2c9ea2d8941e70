package dev.tarebench.toolchains.daemons;

import dev.tarebench.toolchains.SetupFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where the daemons of one run keep everything that they have. */
record DaemonPlaces(Path folder) {

    /** What the kernel takes as the name of a socket, its closing zero included. */
    private static final int LONGEST_SOCKET = 108;

    DaemonPlaces {
        folder = folder.toAbsolutePath();
    }

    Path data() {
        return folder.resolve("data");
    }

    Path state() {
        return folder.resolve("state");
    }

    Path pidFile() {
        return folder.resolve("docker.pid");
    }

    Path dockerSocket() {
        return folder.resolve("docker.sock");
    }

    /** dockerd starts containerd itself and puts it here. */
    Path containerdSocket() {
        return state().resolve("containerd").resolve("containerd.sock");
    }

    Path settings() {
        return folder.resolve("daemon.json");
    }

    Path log() {
        return folder.resolve("dockerd.log");
    }

    Path keeperLog() {
        return folder.resolve("keeper.log");
    }

    /** Which process to end before the folder can be removed. */
    Path keeper() {
        return folder.resolve("keeper");
    }

    /** A longer name would fail deep inside a daemon, and not say why. */
    void check() {
        Path longest = containerdSocket().resolveSibling("containerd.sock.ttrpc");
        int length = longest.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length >= LONGEST_SOCKET) {
            throw new SetupFailure(
                    "the socket %s would have a name of %d bytes; the kernel takes %d"
                            .formatted(longest, length, LONGEST_SOCKET - 1),
                    "set TARE_HOME to a folder with a shorter name");
        }
    }
}
