package dev.tarebench.benchmarks.measure;

import dev.tarebench.toolchains.launch.ProcessLauncher;

/** Makes of what was prepared what can be executed. */
public final class CellFactory {

    private final ProcessLauncher launcher;
    private final Workspace workspace;
    private final MeasureSettings settings;

    public CellFactory(ProcessLauncher launcher, Workspace workspace, MeasureSettings settings) {
        this.launcher = launcher;
        this.workspace = workspace;
        this.settings = settings;
    }

    public Measurable measurable(Prepared prepared) {
        return new ProcessCell(prepared, launcher, workspace, settings);
    }
}
