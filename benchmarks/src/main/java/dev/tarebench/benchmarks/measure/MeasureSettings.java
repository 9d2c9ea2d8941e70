package dev.tarebench.benchmarks.measure;

import java.time.Duration;
import java.util.List;

/** What holds for every execution of a run. */
public record MeasureSettings(Duration timeout, List<Integer> cpus, long outputLimitBytes) {

    private static final long OUTPUT_LIMIT_BYTES = 256L << 20;

    public MeasureSettings(Duration timeout, List<Integer> cpus) {
        this(timeout, cpus, OUTPUT_LIMIT_BYTES);
    }

    public MeasureSettings {
        cpus = List.copyOf(cpus);
    }
}
