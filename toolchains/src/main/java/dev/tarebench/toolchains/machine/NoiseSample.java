package dev.tarebench.toolchains.machine;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What can disturb a measurement, as the kernel tells it at one moment; a file that this kernel does not have makes its
 * figure absent, never 0.
 *
 * @param swappedPages pages swapped in or out since the machine started
 * @param throttled how often a CPU was slowed down for its heat since the machine started
 * @param slowestKiloHertz the lowest clock of all CPUs now
 */
record NoiseSample(
        Optional<CpuTimes> cpus,
        OptionalLong swappedPages,
        OptionalLong throttled,
        OptionalLong slowestKiloHertz,
        OptionalLong fastestKiloHertz) {

    private static final String CPU = "sys/devices/system/cpu/cpu";

    /** Takes some ten microseconds for each CPU. */
    static NoiseSample read(SystemFiles files) {
        return new NoiseSample(
                files.text("proc/stat").flatMap(CpuTimes::parse),
                files.text("proc/vmstat").map(NoiseSample::swapped).orElse(OptionalLong.empty()),
                each(files, "/thermal_throttle/core_throttle_count").reduce(Long::sum),
                each(files, "/cpufreq/scaling_cur_freq").min(),
                each(files, "/cpufreq/scaling_cur_freq").max());
    }

    private static LongStream each(SystemFiles files, String file) {
        return IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(cpu -> files.text(CPU + cpu + file))
                .flatMap(Optional::stream)
                .mapToLong(Long::parseLong);
    }

    /** The pages in the text of /proc/vmstat. */
    static OptionalLong swapped(String vmstat) {
        return vmstat.lines()
                .filter(line -> line.startsWith("pswpin ") || line.startsWith("pswpout "))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                .reduce(Long::sum);
    }
}
