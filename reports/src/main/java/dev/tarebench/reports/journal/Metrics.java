package dev.tarebench.reports.journal;

import static dev.tarebench.reports.journal.Better.HIGHER;
import static dev.tarebench.reports.journal.Better.LOWER;
import static dev.tarebench.reports.journal.Better.NEUTRAL;
import static dev.tarebench.reports.journal.Unit.BYTES;
import static dev.tarebench.reports.journal.Unit.COUNT;
import static dev.tarebench.reports.journal.Unit.NANOSECONDS;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The registry of every figure that Tare reports; {@code docs/metrics.md} is generated from it. */
public final class Metrics {
    private static final String LAUNCHER = "launcher";
    private static final String MARKS = "guest's marks and launcher's stamps, real-time clock";
    private static final String RUSAGE = "launcher, wait4";
    private static final String CLIENT = "container front";
    private static final String DENSITY = "density run";

    public static final Metric WALL = new Metric(
            "wall",
            "wallNs",
            "Wall time",
            NANOSECONDS,
            LOWER,
            LAUNCHER,
            "From just before the child is spawned until it is reaped, on the monotonic clock.",
            "Includes fork and exec, about 0.35 ms. For a container it includes the client.");
    public static final Metric USER = new Metric(
            "userTime",
            "userNs",
            "User CPU time",
            NANOSECONDS,
            LOWER,
            RUSAGE,
            "CPU time of the child and the descendants it waited for, outside the kernel.",
            "Absent for containers, where the rusage is the client's and says nothing about the workload.");
    public static final Metric SYSTEM = new Metric(
            "sysTime",
            "sysNs",
            "System CPU time",
            NANOSECONDS,
            LOWER,
            RUSAGE,
            "CPU time of the child and the descendants it waited for, inside the kernel.",
            "As user CPU time.");
    public static final Metric CGROUP_CPU = new Metric(
            "cgroupCpu",
            "cgroupCpuNs",
            "CPU time by cgroup",
            NANOSECONDS,
            LOWER,
            "cgroup of the execution",
            "CPU time of everything that ran in the execution's own cgroup.",
            "Includes the container's init; the shim and the daemon stand beside it.");
    public static final Metric MAX_RSS = new Metric(
            "maxRss",
            "maxRssBytes",
            "Peak resident memory",
            BYTES,
            LOWER,
            RUSAGE,
            "The largest resident set that the child or a descendant it waited for ever had.",
            "One process, not a sum; never below the launcher's own resident set (1 MiB). A figure marked sampled is a lower bound.");
    public static final Metric CGROUP_PEAK = new Metric(
            "cgroupPeak",
            "cgroupPeakBytes",
            "Peak memory by cgroup",
            BYTES,
            LOWER,
            "cgroup of the execution",
            "The largest amount ever charged to the execution's own cgroup: all processes and their page cache.",
            "Exact to about 256 KiB per CPU. Counts page cache, hence never in one column with peak resident memory.");
    public static final Metric STARTUP = new Metric(
            "startup",
            "startupNs",
            "Start-up",
            NANOSECONDS,
            LOWER,
            MARKS,
            "From spawn to the first statement of the guest's main.",
            "Absent when the clocks drifted by more than 1 ms, or below the engine's clock resolution.");
    public static final Metric RUN = new Metric(
            "run",
            "runNs",
            "Run",
            NANOSECONDS,
            LOWER,
            MARKS,
            "From the first statement of the guest's main to its last, output flushed.",
            "As start-up.");
    public static final Metric TEARDOWN = new Metric(
            "teardown",
            "teardownNs",
            "Teardown",
            NANOSECONDS,
            LOWER,
            MARKS,
            "From the last statement of the guest's main until the child is reaped.",
            "As start-up.");
    public static final Metric KERNEL = new Metric(
            "kernel",
            "kernelNs",
            "Kernel",
            NANOSECONDS,
            LOWER,
            "guest's monotonic clock",
            "The timed region of the workload alone, as PolyBench defines it.",
            "As fine as the engine's clock; no initialisation, no output.");
    public static final Metric COMPILE = new Metric(
            "compile",
            "compileNs",
            "Ahead-of-time compilation",
            NANOSECONDS,
            LOWER,
            LAUNCHER,
            "Wall time of the engine's compiler for this module, once, before the rounds.",
            "Not a part of wall time.");
    public static final Metric HARNESS = new Metric(
            "harness",
            "harnessNs",
            "Time seen by JMH",
            NANOSECONDS,
            NEUTRAL,
            "JMH",
            "What JMH's own clock saw around the execution.",
            "Wall time plus the request to the launcher; a check, not a result.");
    public static final Metric PULL = new Metric(
            "pull",
            "pullNs",
            "Image pull",
            NANOSECONDS,
            LOWER,
            CLIENT,
            "Wall time of the front's pull from a registry on the same machine.",
            "No network in it: what remains is transfer over loopback, verification and unpacking.");
    public static final Metric IMAGE_SIZE = new Metric(
            "imageSize",
            "imageBytes",
            "Image size",
            BYTES,
            LOWER,
            CLIENT,
            "Sum of the image's unpacked layers.",
            "File contents, without the file system's rounding up to blocks.");
    public static final Metric COMPRESSED_SIZE = new Metric(
            "compressedSize",
            "compressedBytes",
            "Image size, compressed",
            BYTES,
            LOWER,
            CLIENT,
            "Sum of the image's manifest, configuration and layers as a registry keeps and sends them.",
            "Exact for the stated compression.");
    public static final Metric LAYERS = new Metric(
            "layers",
            "layers",
            "Layers",
            COUNT,
            NEUTRAL,
            CLIENT,
            "Number of layers in the image's manifest.",
            "Exact.");
    public static final Metric MINOR_FAULTS = new Metric(
            "minorFaults",
            "minorFaults",
            "Minor page faults",
            COUNT,
            LOWER,
            RUSAGE,
            "Page faults served without reading from a device.",
            "As user CPU time.");
    public static final Metric MAJOR_FAULTS = new Metric(
            "majorFaults",
            "majorFaults",
            "Major page faults",
            COUNT,
            LOWER,
            RUSAGE,
            "Page faults that read from a device.",
            "As user CPU time. Above 0 means that the page cache was cold.");
    public static final Metric VOLUNTARY_SWITCHES = new Metric(
            "voluntarySwitches",
            "voluntarySwitches",
            "Voluntary context switches",
            COUNT,
            NEUTRAL,
            RUSAGE,
            "How often the child waited for something.",
            "As user CPU time.");
    public static final Metric INVOLUNTARY_SWITCHES = new Metric(
            "involuntarySwitches",
            "involuntarySwitches",
            "Involuntary context switches",
            COUNT,
            LOWER,
            RUSAGE,
            "How often another process took the child's CPU.",
            "As user CPU time. A sign of a noisy machine.");
    public static final Metric ENVIRONMENT_PADDING = new Metric(
            "environmentPadding",
            "environmentPaddingBytes",
            "Environment padding",
            BYTES,
            NEUTRAL,
            LAUNCHER,
            "Random padding of the environment, so that the stack's alignment is not the same in every execution.",
            "Exact; recorded to explain a figure, not a result.");
    public static final Metric CONTAINERS = new Metric(
            "containers",
            "containers",
            "Containers",
            COUNT,
            NEUTRAL,
            DENSITY,
            "How many containers of one resident guest ran at once.",
            "Exact.");
    public static final Metric READY = new Metric(
            "ready",
            "readyNs",
            "Time to the last main",
            NANOSECONDS,
            LOWER,
            DENSITY,
            "From the first container's start to the last begin mark.",
            "As start-up.");
    public static final Metric STOP = new Metric(
            "stop",
            "stopNs",
            "Time to stop all",
            NANOSECONDS,
            LOWER,
            DENSITY,
            "From the first stop until the last container is removed.",
            "Includes the front's own work.");
    public static final Metric EACH_CGROUP = new Metric(
            "eachCgroup",
            "eachCgroupBytes",
            "Memory per container, cgroup",
            BYTES,
            LOWER,
            DENSITY,
            "Memory charged to the containers' cgroups, divided by their number.",
            "Counts page cache; shared pages are charged to whoever touched them first.");
    public static final Metric EACH_PSS = new Metric(
            "eachPss",
            "eachPssBytes",
            "Memory per container, proportional set",
            BYTES,
            LOWER,
            DENSITY,
            "Proportional set size of guest, shim and helpers, divided by the number of containers.",
            "Shared pages are divided among those who map them; kernel memory is not in it.");
    public static final Metric EACH_FREE = new Metric(
            "eachFree",
            "eachFreeBytes",
            "Memory per container, system",
            BYTES,
            LOWER,
            DENSITY,
            "By how much the system's free memory fell, divided by the number of containers.",
            "Everything is in it, also what other processes did meanwhile.");
    public static final Metric THROUGHPUT = new Metric(
            "throughput",
            "throughput",
            "Throughput",
            COUNT,
            HIGHER,
            "JMH",
            "Operations in a unit of time, from a foreign JMH result in throughput mode.",
            "As its author measured.");

    /** Every metric, in the order of the documentation. */
    public static final List<Metric> ALL = List.of(
            WALL,
            USER,
            SYSTEM,
            CGROUP_CPU,
            MAX_RSS,
            CGROUP_PEAK,
            STARTUP,
            RUN,
            TEARDOWN,
            KERNEL,
            COMPILE,
            HARNESS,
            PULL,
            IMAGE_SIZE,
            COMPRESSED_SIZE,
            LAYERS,
            MINOR_FAULTS,
            MAJOR_FAULTS,
            VOLUNTARY_SWITCHES,
            INVOLUNTARY_SWITCHES,
            ENVIRONMENT_PADDING,
            CONTAINERS,
            READY,
            STOP,
            EACH_CGROUP,
            EACH_PSS,
            EACH_FREE,
            THROUGHPUT);

    private static final Map<String, Metric> BY_KEY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Metric::key, Function.identity()));
    private static final Map<String, Metric> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Metric::id, Function.identity()));

    private Metrics() {}

    /** The metric of a journal key; one that this version does not know keeps its key as its name. */
    public static Metric ofKey(String key) {
        Metric known = BY_KEY.get(key);
        return known == null ? unknown(key, key) : known;
    }

    /** The metric of a name in JMH's JSON. */
    public static Metric ofId(String id) {
        Metric known = BY_ID.get(id);
        return known == null ? unknown(id, id) : known;
    }

    private static Metric unknown(String id, String key) {
        Unit unit = key.endsWith("Ns") ? NANOSECONDS : key.endsWith("Bytes") ? BYTES : COUNT;
        return new Metric(
                id,
                key,
                id,
                unit,
                NEUTRAL,
                "unknown",
                "A figure called " + id + " that this version of Tare does not define.",
                "Unknown, in " + unit.name().toLowerCase(Locale.ROOT) + ".");
    }
}
