package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.plan.Unusable;
import java.util.List;
import java.util.stream.IntStream;

/** Which CPUs a run gets when it is given a number of them: the last ones, since the first serves the interrupts. */
final class CpuChoice {

    private CpuChoice() {}

    static List<Integer> last(int count) {
        int all = Runtime.getRuntime().availableProcessors();
        if (count > all) {
            throw new Unusable("--cpus %d is more than the %d that there are".formatted(count, all));
        }
        return IntStream.range(all - count, all).boxed().toList();
    }
}
