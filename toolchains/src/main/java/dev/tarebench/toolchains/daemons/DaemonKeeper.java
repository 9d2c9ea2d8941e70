package dev.tarebench.toolchains.daemons;

import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.Companion;
import dev.tarebench.toolchains.containers.ControlGroups;
import dev.tarebench.toolchains.containers.MountTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The process that holds the daemons. It stands first in a process, a mount and a network namespace of its own, so that
 * its end ends every daemon, shim and container and undoes every mount and bridge; and it ends with its input, which is
 * when its parent closes it or dies.
 */
final class DaemonKeeper {

    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final DaemonPlaces places;
    private final Path programs;

    private DaemonKeeper(DaemonPlaces places, Path programs) {
        this.places = places;
        this.programs = programs;
    }

    /**
     * Keeps the daemons until the parent is gone.
     *
     * @param arguments the folder of this run's daemons, and the folder of their programs
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new DaemonKeeper(new DaemonPlaces(Path.of(arguments[0])), Path.of(arguments[1])).keep(System.out);
    }

    private void keep(PrintStream answers) throws IOException, InterruptedException {
        ownMounts();
        Process daemon = Companion.start(
                List.of(programs.resolve("dockerd").toString(), "--config-file=" + places.settings()),
                Map.of(),
                places.log());
        try {
            answers.println(awaited(daemon) ? "ready" : "failed");
            answers.flush();
            while (System.in.read() >= 0) {
                // Nothing is ever said; what counts is the end.
            }
        } finally {
            daemon.destroy();
            if (!daemon.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                daemon.destroyForcibly();
            }
        }
    }

    /** Nothing of this is seen outside, nor outlives this process. */
    private static void ownMounts() throws IOException {
        if (ControlGroups.hybrid()) {
            // crun refuses to start where version 2 control groups lie beside version 1, and inherits what is seen
            // here.
            for (MountTable.Mount unified : MountTable.read().ofType("cgroup2")) {
                Command.of("umount", unified.place().toString()).runChecked();
            }
        }
        // Shims and runc write there whatever their daemon's folder is; killed ones would leave it behind.
        for (Path place : SharedPlaces.HIDDEN) {
            Files.createDirectories(place);
            Command.of("mount", "-t", "tmpfs", "tmpfs", place.toString()).runChecked();
        }
    }

    private boolean awaited(Process daemon) throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (daemon.isAlive() && System.nanoTime() < end) {
            if (answering()) {
                return true;
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        return false;
    }

    private boolean answering() {
        return Files.exists(places.dockerSocket())
                && Command.of(
                                programs.resolve("docker").toString(),
                                "--host=unix://" + places.dockerSocket(),
                                "version")
                        .withTimeout(START)
                        .run()
                        .succeeded();
    }
}
