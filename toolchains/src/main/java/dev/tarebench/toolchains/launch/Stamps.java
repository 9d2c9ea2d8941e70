package dev.tarebench.toolchains.launch;

import java.time.Duration;

/** Both clocks at both ends of an execution: the monotonic one measures, the real one places the guest's marks. */
public record Stamps(long spawnRealNs, long spawnMonotonicNs, long reapRealNs, long reapMonotonicNs) {

    Duration wall() {
        return Duration.ofNanos(reapMonotonicNs - spawnMonotonicNs);
    }

    /** How far the two clocks went apart during the execution; a stepped clock makes the phases worthless. */
    public long driftNs() {
        return Math.abs((reapRealNs - spawnRealNs) - (reapMonotonicNs - spawnMonotonicNs));
    }
}
