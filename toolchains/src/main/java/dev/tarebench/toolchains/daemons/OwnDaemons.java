package dev.tarebench.toolchains.daemons;

import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.FileLock;
import dev.tarebench.toolchains.command.Companion;
import dev.tarebench.toolchains.command.LogEnd;
import dev.tarebench.toolchains.containers.ProcessIdentity;
import dev.tarebench.toolchains.tools.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * containerd and dockerd for one run: a store, state and sockets of their own below the cache, nothing on any network.
 * However this process ends, they end, with every container that they started.
 */
public final class OwnDaemons implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DaemonPlaces places;
    private final FileLock lock;
    private final Process keeper;

    private OwnDaemons(DaemonPlaces places, FileLock lock, Process keeper) {
        this.places = places;
        this.lock = lock;
        this.keeper = keeper;
    }

    /**
     * Starts them and waits until they answer.
     *
     * @param daemons the tool that holds their programs
     * @param shims folders with shims, which containerd finds by their names
     * @param searchPath the PATH behind all that, where runc must be found
     */
    public static OwnDaemons start(Tool daemons, Cache cache, List<Path> shims, String searchPath) {
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new SetupFailure(
                    "daemons of our own need root, and Tare runs as %s".formatted(System.getProperty("user.name")),
                    "run as root, or name a daemon by DOCKER_HOST and CONTAINERD_ADDRESS");
        }
        DaemonPlaces places = places(cache);
        places.check();
        sweep(cache);
        try {
            FileLock lock = FileLock.tryAcquire(DaemonSweep.lock(places.folder()))
                    .orElseThrow(() -> new SetupFailure("the daemons of this run run already", "close them first"));
            Files.createDirectories(places.folder());
            Files.writeString(places.settings(), DaemonSettings.json(places), StandardCharsets.UTF_8);
            Path programs = programs(daemons);
            String path = path(programs, shims, searchPath);
            OwnDaemons started = new OwnDaemons(places, lock, keeper(places, programs, path));
            started.await();
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot start daemons in " + places.folder(), failed);
        }
    }

    /** What the rest of Tare must find in its environment to use this process's daemons, with their own clients. */
    public static Map<String, String> environment(Tool daemons, Cache cache, String searchPath) {
        DaemonPlaces places = places(cache);
        return Map.of(
                "PATH", path(programs(daemons), List.of(), searchPath),
                "DOCKER_HOST", "unix://" + places.dockerSocket(),
                "CONTAINERD_ADDRESS", places.containerdSocket().toString());
    }

    private static DaemonPlaces places(Cache cache) {
        ProcessIdentity owner = ProcessIdentity.current();
        return new DaemonPlaces(all(cache).resolve("%d-%d".formatted(owner.pid(), owner.startedMillis())));
    }

    private static Path all(Cache cache) {
        return cache.root().resolve("daemons");
    }

    private static Path programs(Tool daemons) {
        return Path.of(daemons.start().get(0))
                .toAbsolutePath()
                .resolveSibling(".")
                .normalize();
    }

    /** Removes what daemons of killed runs left. */
    public static void sweep(Cache cache) {
        try {
            new DaemonSweep(all(cache)).sweep();
        } catch (IOException stuck) {
            throw new UncheckedIOException("cannot remove what daemons of killed runs left", stuck);
        }
    }

    private static String path(Path programs, List<Path> shims, String searchPath) {
        List<String> folders = new ArrayList<>(List.of(programs.toString()));
        shims.forEach(folder -> folders.add(folder.toString()));
        folders.add(searchPath);
        return String.join(":", folders);
    }

    private static Process keeper(DaemonPlaces places, Path programs, String path) throws IOException {
        List<String> command = List.of(
                "unshare",
                "--mount",
                // What the machine mounts later is seen inside, as a daemon sees it; the other way nothing is.
                "--propagation=slave",
                // A daemon without a bridge takes away the bridge of another that it sees, which would be the
                // machine's.
                "--net",
                "--pid",
                "--fork",
                "--kill-child",
                "--mount-proc",
                // The first process of a namespace must wait for those that lost their parents, and shims do.
                programs.resolve("docker-init").toString(),
                "--",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                DaemonKeeper.class.getName(),
                places.folder().toString(),
                programs.toString());
        Process keeper = Companion.start(command, Map.of("PATH", path), places.keeperLog());
        long started = keeper.info().startInstant().orElseThrow().toEpochMilli();
        Files.writeString(places.keeper(), "%d %d".formatted(keeper.pid(), started), StandardCharsets.US_ASCII);
        return keeper;
    }

    private void await() throws IOException {
        BufferedReader answers = keeper.inputReader(StandardCharsets.UTF_8);
        String answer = String.valueOf(answers.readLine());
        if (!answer.equals("ready")) {
            String last = LogEnd.whole(places.log()).text()
                    + LogEnd.whole(places.keeperLog()).text();
            close();
            throw new SetupFailure(
                    "the daemons of our own did not start:\n" + last,
                    "see the last lines; name others by DOCKER_HOST and CONTAINERD_ADDRESS");
        }
    }

    /** Ends them with all that they started, and removes their store. */
    @Override
    public void close() {
        try {
            keeper.getOutputStream().close();
            if (!keeper.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                keeper.destroyForcibly().waitFor();
            }
            DaemonSweep.remove(places.folder());
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot remove " + places.folder(), failed);
        } catch (InterruptedException interrupted) {
            keeper.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
