package dev.tarebench.benchmarks.measure;

import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.ProcessLauncher;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Launches a prepared cell once, for its output and not for its figures. */
public final class SingleLaunch implements AutoCloseable {

    private static final MeasureSettings SETTINGS =
            new MeasureSettings(Duration.ofHours(1), List.of()).withoutOutputLimit();

    private final Workspace workspace;
    private final ProcessLauncher launcher;

    public SingleLaunch(Cache cache, ProcessLauncher launcher) {
        this.workspace = Workspace.open(cache, "single-" + UUID.randomUUID());
        this.launcher = launcher;
    }

    public Execution launch(Prepared prepared) {
        Workspace.Place place = workspace.fresh(prepared.inputs());
        Vessel.Filled filled = prepared.vessel().fill(place, SETTINGS, 0);
        try {
            return launcher.launch(filled.invocation());
        } finally {
            filled.empty();
        }
    }

    @Override
    public void close() throws IOException {
        workspace.close();
    }
}
