package dev.tarebench.benchmarks.selftest;

import dev.tarebench.benchmarks.dock.ContainedProgram;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.containers.ContainerFront;
import java.util.ArrayList;
import java.util.List;

/**
 * The same children in containers, where another instrument counts: a control group around the container. Wall times are
 * the launcher's there too, and not asked again.
 *
 * <p>The group counts the runtime's own start as well. Its CPU time is the same for a child that does nothing, and is
 * taken off as the launcher's start-up is. Its memory is gone when the child runs, so a peak is the larger of the two.
 * Of the peaks the smallest counts too: the kernel charges a group for up to 64 pages ahead on each processor that it
 * ran on, so chance moves a peak up by quarters of a mebibyte, and never down.
 */
final class ContainedSelftest {

    private static final int REPETITIONS = 9;
    private static final List<Long> MEBIBYTES = List.of(16L, 256L, 1024L);

    private final ContainedChild child;
    private final Progress progress;

    ContainedSelftest(ContainedChild child, Progress progress) {
        this.child = child;
        this.progress = progress;
    }

    List<KnownAnswer> run(ContainerFront front) {
        List<KnownAnswer> answers = new ArrayList<>();
        List<ContainedChild.Launch> idle = repeated(front, "sleep", 0);
        answers.add(told(cpu(front, idle)));
        for (long mebibytes : MEBIBYTES) {
            answers.add(told(memory(front, mebibytes, idle)));
        }
        return answers;
    }

    private KnownAnswer told(KnownAnswer answer) {
        progress.report(answer.line());
        return answer;
    }

    private KnownAnswer cpu(ContainerFront front, List<ContainedChild.Launch> idle) {
        List<ContainedChild.Launch> burning = repeated(front, "burn", Selftest.BURN_MILLISECONDS);
        double[] outside = Selftest.sorted(burning, ContainedChild.Launch::cpuOutsideMilliseconds);
        double[] outsideIdle = Selftest.sorted(idle, ContainedChild.Launch::cpuOutsideMilliseconds);
        double said = Selftest.sorted(burning, ContainedChild.Launch::cpuSaidMilliseconds)[REPETITIONS / 2];
        return new KnownAnswer(
                "CPU time of a child that burns %d ms in a container of %s"
                        .formatted(Selftest.BURN_MILLISECONDS, front.id()),
                "ms",
                said + outside[0],
                said + outsideIdle[0],
                outside[0] - outsideIdle[0],
                Math.max(outside[1] - outside[0], outsideIdle[1] - outsideIdle[0]),
                said * Selftest.PART,
                "the least of %d containers beside that of a child that does nothing".formatted(REPETITIONS));
    }

    private KnownAnswer memory(ContainerFront front, long mebibytes, List<ContainedChild.Launch> idle) {
        double reported = Selftest.sorted(repeated(front, "touch", mebibytes), ContainedChild.Launch::peakMebibytes)[0];
        double truth = Math.max((double) mebibytes, Selftest.sorted(idle, ContainedChild.Launch::peakMebibytes)[0]);
        return new KnownAnswer(
                "peak memory of a child that touches %d MiB in a container of %s".formatted(mebibytes, front.id()),
                "MiB",
                reported,
                truth,
                reported - truth,
                0,
                truth * Selftest.PART + Selftest.MEMORY_BOUND_MEBIBYTES,
                "the least of %d containers".formatted(REPETITIONS));
    }

    private List<ContainedChild.Launch> repeated(ContainerFront front, String what, long amount) {
        ContainedProgram program = child.in(front, what, amount);
        List<ContainedChild.Launch> launches = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            launches.add(child.launch(program));
        }
        return launches;
    }
}
