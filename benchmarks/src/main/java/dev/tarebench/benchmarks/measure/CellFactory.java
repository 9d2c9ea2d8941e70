package dev.tarebench.benchmarks.measure;

import dev.tarebench.toolchains.launch.ProcessLauncher;
import java.util.function.BooleanSupplier;

/** Makes of what was prepared what can be executed. */
public final class CellFactory {

    private final ProcessLauncher launcher;
    private final Workspace workspace;
    private final MeasureSettings settings;
    private final BooleanSupplier stopped;

    /** @param stopped whether the run is to end: what takes longer than one child looks at it in between */
    public CellFactory(
            ProcessLauncher launcher, Workspace workspace, MeasureSettings settings, BooleanSupplier stopped) {
        this.launcher = launcher;
        this.workspace = workspace;
        this.settings = settings;
        this.stopped = stopped;
    }

    public Measurable measurable(Prepared prepared) {
        if (prepared.subject() instanceof Shipment shipment) {
            return new ShipmentCell(prepared, shipment);
        }
        return prepared.cell().containers().isPresent()
                ? DensityCell.of(prepared, workspace, settings.timeout(), stopped)
                : new ProcessCell(prepared, launcher, workspace, settings);
    }
}
