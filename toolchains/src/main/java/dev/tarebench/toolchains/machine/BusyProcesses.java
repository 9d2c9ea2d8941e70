package dev.tarebench.toolchains.machine;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which processes have used how much of the CPUs; those of other users are seen only as far as the kernel shows them. */
record BusyProcesses(Map<Long, Use> uses, long atNs) {

    private static final int NAMED = 3;

    record Use(String name, Duration cpu) {}

    BusyProcesses {
        uses = Map.copyOf(uses);
    }

    /** All that there are now but this process and what it has started; takes some milliseconds. */
    static BusyProcesses now() {
        Set<Long> ours = Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
        Map<Long, Use> uses = new HashMap<>();
        ProcessHandle.allProcesses()
                .filter(process -> !ours.contains(process.pid()))
                .forEach(process -> process.info()
                        .totalCpuDuration()
                        .ifPresent(cpu -> uses.put(process.pid(), new Use(name(process), cpu))));
        return new BusyProcesses(uses, System.nanoTime());
    }

    private static String name(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.substring(command.lastIndexOf('/') + 1))
                .orElse("process " + process.pid());
    }

    /** The names of those that have used the most since then, with their shares of all CPUs over that time. */
    List<String> busiestSince(BusyProcesses before, int cpus) {
        Map<String, Duration> used = new HashMap<>();
        uses.forEach((pid, use) -> {
            Use earlier = before.uses.get(pid);
            Duration since = earlier == null ? use.cpu() : use.cpu().minus(earlier.cpu());
            used.merge(use.name(), since, Duration::plus);
        });
        double all = (double) (atNs - before.atNs) * cpus;
        return used.entrySet().stream()
                .filter(entry -> entry.getValue().toNanos() > all / 100)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(NAMED)
                .map(entry -> "%s %.0f %%"
                        .formatted(entry.getKey(), 100 * entry.getValue().toNanos() / all))
                .toList();
    }
}
