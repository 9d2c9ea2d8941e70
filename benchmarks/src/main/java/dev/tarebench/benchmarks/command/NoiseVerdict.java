package dev.tarebench.benchmarks.command;

import dev.tarebench.toolchains.machine.Machine;
import dev.tarebench.toolchains.machine.Noise;
import dev.tarebench.toolchains.machine.NoiseWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says what on this machine disturbs measurements, and what to change. */
record NoiseVerdict(List<String> lines) {

    /** From this share of all CPUs on, somebody else is measurably at work. */
    private static final double BUSY_SHARE = 0.15;

    private static final Duration MOMENT = Duration.ofMillis(500);

    static NoiseVerdict of(Machine machine) {
        List<String> lines = new ArrayList<>();
        Machine.load().ifPresent(load -> {
            int cpus = Runtime.getRuntime().availableProcessors();
            if (load > cpus * BUSY_SHARE) {
                lines.add("load is %.2f on %d CPUs: end what else is running, or wait".formatted(load, cpus));
            }
        });
        note(
                machine,
                "cpu.turbo",
                "on",
                "turbo is on: the clock depends on heat; switch it off for close comparisons",
                lines);
        note(machine, "cpu.smt", "1", "SMT is on: a sibling thread shares the core; pin with --cpus", lines);
        if (Boolean.TRUE.equals(machine.facts().get("virtualised"))) {
            lines.add("this is a virtual machine: its host's other guests are invisible; trust ratios within one run");
        }
        Object governor = machine.facts().get("cpu.governor");
        if (governor != null && !governor.equals("performance")) {
            lines.add("the CPU governor is '%s': set it to 'performance'".formatted(governor));
        }
        Noise noise = aMoment();
        lines.addAll(noise.disturbances());
        if (lines.isEmpty()) {
            lines.add("nothing was found that disturbs");
        }
        if (!noise.unknown().isEmpty()) {
            lines.add("unknown, since this machine does not tell: " + String.join(", ", noise.unknown()));
        }
        return new NoiseVerdict(List.copyOf(lines));
    }

    /** What goes on now, over a time in which a process that is busy cannot hide. */
    private static Noise aMoment() {
        NoiseWatch watch = NoiseWatch.start();
        try {
            Thread.sleep(MOMENT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return watch.finish();
    }

    private static void note(Machine machine, String key, String value, String line, List<String> lines) {
        if (value.equals(machine.facts().get(key))) {
            lines.add(line);
        }
    }
}
