package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.measure.Listener;
import dev.tarebench.benchmarks.measure.Measurable;
import dev.tarebench.benchmarks.measure.Trial;
import dev.tarebench.benchmarks.plan.Schedule;
import dev.tarebench.benchmarks.record.MachineFile;
import dev.tarebench.benchmarks.record.RunFolder;
import dev.tarebench.benchmarks.selftest.SelftestFile;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.toolchains.machine.Machine;
import dev.tarebench.toolchains.machine.Noise;
import dev.tarebench.toolchains.machine.NoiseWatch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Under what conditions the executions of a run were made, written into {@code machine.json} beside the machine. */
final class RunConditions implements Listener {

    private final RunFolder folder;
    private final NoiseWatch watch;

    private RunConditions(RunFolder folder, NoiseWatch watch) {
        this.folder = folder;
        this.watch = watch;
    }

    /** @param forced what has changed since the run began, though it goes on */
    static RunConditions note(RunFolder folder, Machine machine, List<String> forced, SelftestFile selftest)
            throws IOException {
        if (!forced.isEmpty()) {
            MachineFile.add(folder.machine(), "forced", forced);
        }
        MachineFile.add(folder.machine(), "selftest", selftest.summary(machine.fingerprint()));
        return new RunConditions(folder, NoiseWatch.start());
    }

    @Override
    public void ended(Schedule.Slot slot, Measurable measurable, Trial trial) {
        watch.ended(Duration.ofNanos(trial.metrics().getOrDefault(Metrics.USER.key(), 0L)
                + trial.metrics().getOrDefault(Metrics.SYSTEM.key(), 0L)));
    }

    /** The verdict on the noise since, once nothing is measured any more. */
    void close() throws IOException {
        Noise noise = watch.finish();
        if (Machine.load().isPresent()) {
            MachineFile.add(folder.machine(), "load.after", Machine.load().get());
        }
        MachineFile.add(folder.machine(), "noise", noise.figures());
        MachineFile.add(folder.machine(), "noise.busiest", noise.busiest());
        MachineFile.add(folder.machine(), "noise.unknown", noise.unknown());
        MachineFile.add(folder.machine(), "noise.verdict", noise.disturbances());
    }
}
