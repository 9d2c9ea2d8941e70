package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.plan.Operation;

/** Which of JMH's benchmark classes executes which operation. */
public final class Benchmarks {

    private Benchmarks() {}

    public static Class<? extends CellBenchmark> of(Operation operation) {
        return switch (operation) {
            case RUN -> RunBenchmark.class;
            case PROLONGED -> ProlongedBenchmark.class;
            case DENSITY -> DensityBenchmark.class;
            case CREATE_START -> CreateStartBenchmark.class;
            case PULL -> PullBenchmark.class;
            case PULL_SHARED -> PullSharedBenchmark.class;
            case SIZE -> SizeBenchmark.class;
        };
    }
}
