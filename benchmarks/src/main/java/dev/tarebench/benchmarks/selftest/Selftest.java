package dev.tarebench.benchmarks.selftest;

import dev.tarebench.toolchains.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Launches children of known behaviour and sets what is reported of them against the truth.
 *
 * <p>The truth of a wall time needs a word. The child knows its lifetime, from the beginning of its {@code main} to the
 * end; the launcher's wall time holds start-up and reaping besides, which no clock of the child sees. They are the same
 * for a child that does nothing. So the truth is the lifetime plus what lies outside of it for a child that does nothing,
 * launched in turn with the other. Of both the smallest value counts: other work on the machine can only add to it.
 */
final class Selftest {

    private static final int PAIRS = 25;
    private static final int REPETITIONS = 3;

    /** Among so many of the smallest, chance decides which is the smallest. */
    private static final int CLOSE = 4;

    private static final long SLEEP_MILLISECONDS = 100;
    static final long BURN_MILLISECONDS = 300;
    private static final List<Long> MEBIBYTES = List.of(1L, 16L, 256L, 1024L);
    private static final double WALL_BOUND_MILLISECONDS = 0.2;
    static final double PART = 0.01;
    static final double MEMORY_BOUND_MEBIBYTES = 1;

    private final KnownChild child;
    private final Progress progress;

    Selftest(KnownChild child, Progress progress) {
        this.child = child;
        this.progress = progress;
    }

    List<KnownAnswer> run() {
        List<KnownAnswer> answers = new ArrayList<>();
        child.launch("sleep", 0);
        answers.add(told(wall()));
        cpu().map(this::told).ifPresent(answers::add);
        for (long mebibytes : MEBIBYTES) {
            memory(mebibytes).map(this::told).ifPresent(answers::add);
        }
        return answers;
    }

    private KnownAnswer told(KnownAnswer answer) {
        progress.report(answer.line());
        return answer;
    }

    private KnownAnswer wall() {
        List<KnownChild.Launch> sleeping = new ArrayList<>();
        List<KnownChild.Launch> idle = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            idle.add(child.launch("sleep", 0));
            sleeping.add(child.launch("sleep", SLEEP_MILLISECONDS));
        }
        double[] outside = sorted(sleeping, launch -> milliseconds(launch.outside()));
        double[] outsideIdle = sorted(idle, launch -> milliseconds(launch.outside()));
        double lifetime = sorted(sleeping, launch -> milliseconds(launch.lifetime()))[PAIRS / 2];
        return new KnownAnswer(
                "wall time of a child that sleeps %d ms".formatted(SLEEP_MILLISECONDS),
                "ms",
                lifetime + outside[0],
                lifetime + outsideIdle[0],
                outside[0] - outsideIdle[0],
                Math.max(outside[CLOSE] - outside[0], outsideIdle[CLOSE] - outsideIdle[0]),
                WALL_BOUND_MILLISECONDS,
                "the least of %d launches beside that of a child that does nothing".formatted(PAIRS));
    }

    private Optional<KnownAnswer> cpu() {
        List<KnownChild.Launch> launches = repeated("burn", BURN_MILLISECONDS);
        if (launches.stream().anyMatch(launch -> launch.reportedCpu().isEmpty())) {
            return Optional.empty();
        }
        double reported =
                median(launches, launch -> milliseconds(launch.reportedCpu().orElseThrow()));
        double truth = median(launches, launch -> milliseconds(launch.cpu()));
        return Optional.of(new KnownAnswer(
                "CPU time of a child that burns %d ms".formatted(BURN_MILLISECONDS),
                "ms",
                reported,
                truth,
                reported - truth,
                0,
                truth * PART,
                "the median of %d launches".formatted(REPETITIONS)));
    }

    /** Without a figure there is nothing to judge: the sampling launcher has none of a child that ends at once. */
    private Optional<KnownAnswer> memory(long mebibytes) {
        List<KnownChild.Launch> launches = repeated("touch", mebibytes);
        if (launches.stream().anyMatch(launch -> launch.reported().maxRssBytes().isEmpty())) {
            return Optional.empty();
        }
        double reported =
                median(launches, launch -> launch.reported().maxRssBytes().orElseThrow() / (double) (1 << 20));
        return Optional.of(new KnownAnswer(
                "peak memory of a child that touches %d MiB".formatted(mebibytes),
                "MiB",
                reported,
                mebibytes,
                reported - mebibytes,
                0,
                mebibytes * PART + MEMORY_BOUND_MEBIBYTES,
                "the median of %d launches".formatted(REPETITIONS)));
    }

    private List<KnownChild.Launch> repeated(String what, long amount) {
        List<KnownChild.Launch> launches = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            launches.add(child.launch(what, amount));
        }
        return launches;
    }

    private static double median(List<KnownChild.Launch> launches, ToDoubleFunction<KnownChild.Launch> figure) {
        return sorted(launches, figure)[launches.size() / 2];
    }

    static <T> double[] sorted(List<T> launches, ToDoubleFunction<T> figure) {
        return launches.stream().mapToDouble(figure).sorted().toArray();
    }

    private static double milliseconds(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
