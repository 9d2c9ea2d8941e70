package dev.tarebench.benchmarks.measure;

import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.Invocation;
import dev.tarebench.toolchains.launch.ProcessLauncher;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Launches a prepared cell once, for its output and not for its figures. */
public final class SingleLaunch implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofHours(1);
    private static final long OUTPUT_LIMIT_BYTES = 1L << 40;

    private final Workspace workspace;
    private final ProcessLauncher launcher;

    public SingleLaunch(Cache cache, ProcessLauncher launcher) {
        this.workspace = Workspace.open(cache, "single-" + UUID.randomUUID());
        this.launcher = launcher;
    }

    public Execution launch(Prepared prepared) {
        Workspace.Place place = workspace.fresh(prepared.inputs());
        return launcher.launch(new Invocation(
                prepared.command(place.directory()),
                prepared.environment(),
                place.directory(),
                Optional.empty(),
                place.stdout(),
                place.stderr(),
                TIMEOUT,
                OUTPUT_LIMIT_BYTES,
                List.of(),
                0,
                List.of()));
    }

    @Override
    public void close() throws IOException {
        workspace.close();
    }
}
