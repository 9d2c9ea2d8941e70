package dev.tarebench.toolchains.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** Looks at a running process from outside, again and again, and remembers the most that it saw. */
final class ProcessSampler {

    private final OperatingSystem system = new SystemInfo().getOperatingSystem();

    /** What was seen of one process; absent if it was gone before the first look. */
    static final class Samples {

        private long peakBytes;
        private Duration user = Duration.ZERO;
        private Duration kernel = Duration.ZERO;

        private void add(OSProcess process) {
            long resident = process.getResidentMemory();
            // A process that has ended but is not reaped has its times still, and no memory.
            peakBytes = Math.max(peakBytes, resident);
            user = Duration.ofMillis(process.getUserTime());
            kernel = Duration.ofMillis(process.getKernelTime());
        }

        private boolean any() {
            return peakBytes > 0;
        }

        ResourceUsage usage(Duration wall) {
            return new ResourceUsage(
                    wall,
                    any() ? Optional.of(user) : Optional.empty(),
                    any() ? Optional.of(kernel) : Optional.empty(),
                    any() ? OptionalLong.of(peakBytes) : OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty());
        }
    }

    void look(long pid, Samples samples) {
        Optional.ofNullable(system.getProcess(Math.toIntExact(pid))).ifPresent(samples::add);
    }
}
