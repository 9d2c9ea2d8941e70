package dev.tarebench.benchmarks.measure;

import java.time.Duration;
import java.util.List;

/** What holds for every execution of a run. */
public record MeasureSettings(Duration timeout, List<Integer> cpus, long outputLimitBytes) {

    private static final long OUTPUT_LIMIT_BYTES = 256L << 20;
    /** More than any disk here has, and still a number that every kernel takes. */
    private static final long NO_LIMIT_BYTES = 1L << 40;

    public MeasureSettings(Duration timeout, List<Integer> cpus) {
        this(timeout, cpus, OUTPUT_LIMIT_BYTES);
    }

    public MeasureSettings {
        cpus = List.copyOf(cpus);
    }

    /** For what is no guest, whose files are as large as what it was given. */
    MeasureSettings withoutOutputLimit() {
        return new MeasureSettings(timeout, cpus, NO_LIMIT_BYTES);
    }
}
