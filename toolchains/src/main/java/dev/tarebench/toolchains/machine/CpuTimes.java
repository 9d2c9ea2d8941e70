package dev.tarebench.toolchains.machine;

import java.util.Arrays;
import java.util.Optional;

/** What all CPUs together have done since the machine started, in the kernel's ticks. */
record CpuTimes(long busy, long steal, long all) {

    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STEAL = 7;

    /** The first line of the text of /proc/stat; the times of guests are in those of their hosts already. */
    static Optional<CpuTimes> parse(String stat) {
        String[] fields = stat.lines().findFirst().orElse("").split("\\s+", -1);
        if (fields.length <= STEAL + 1 || !fields[0].equals("cpu")) {
            return Optional.empty();
        }
        long[] ticks =
                Arrays.stream(fields, 1, STEAL + 2).mapToLong(Long::parseLong).toArray();
        long all = Arrays.stream(ticks).sum();
        return Optional.of(new CpuTimes(all - ticks[IDLE] - ticks[IO_WAIT] - ticks[STEAL], ticks[STEAL], all));
    }

    CpuTimes since(CpuTimes before) {
        return new CpuTimes(busy - before.busy, steal - before.steal, all - before.all);
    }
}
