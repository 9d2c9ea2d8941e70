package dev.tarebench.benchmarks.measure;

import java.time.Duration;
import java.util.List;

/** What holds for every execution of a run. */
public record MeasureSettings(Duration timeout, List<Integer> cpus) {

    public MeasureSettings {
        cpus = List.copyOf(cpus);
    }
}
