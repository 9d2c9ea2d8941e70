package dev.tarebench.reports.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The registry of every figure that Tare reports: one table, {@code metrics.tsv}, one line per metric. */
public final class Metrics {
    /** Every metric, in the order of the documentation. */
    public static final List<Metric> ALL = readTable();

    private static final Map<String, Metric> BY_KEY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Metric::key, Function.identity()));
    private static final Map<String, Metric> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Metric::id, Function.identity()));

    public static final Metric WALL = ofId("wall");
    public static final Metric USER = ofId("userTime");
    public static final Metric SYSTEM = ofId("sysTime");
    public static final Metric CGROUP_CPU = ofId("cgroupCpu");
    public static final Metric MAX_RSS = ofId("maxRss");
    public static final Metric CGROUP_PEAK = ofId("cgroupPeak");
    public static final Metric STARTUP = ofId("startup");
    public static final Metric RUN = ofId("run");
    public static final Metric TEARDOWN = ofId("teardown");
    public static final Metric KERNEL = ofId("kernel");
    public static final Metric COMPILE = ofId("compile");
    public static final Metric COMPILED_SIZE = ofId("compiledSize");
    public static final Metric HARNESS = ofId("harness");
    public static final Metric PULL = ofId("pull");
    public static final Metric PULLED = ofId("pulled");
    public static final Metric PULL_SHARED = ofId("pullShared");
    public static final Metric CREATE = ofId("create");
    public static final Metric START = ofId("start");
    public static final Metric EVENT_CLIENT = ofId("eventClient");
    public static final Metric EVENT_CREATE = ofId("eventCreate");
    public static final Metric EVENT_START = ofId("eventStart");
    public static final Metric EVENT_RUN = ofId("eventRun");
    public static final Metric EVENT_DELETE = ofId("eventDelete");
    public static final Metric IMAGE_SIZE = ofId("imageSize");
    public static final Metric COMPRESSED_SIZE = ofId("compressedSize");
    public static final Metric LAYERS = ofId("layers");
    public static final Metric MINOR_FAULTS = ofId("minorFaults");
    public static final Metric MAJOR_FAULTS = ofId("majorFaults");
    public static final Metric VOLUNTARY_SWITCHES = ofId("voluntarySwitches");
    public static final Metric INVOLUNTARY_SWITCHES = ofId("involuntarySwitches");
    public static final Metric ENVIRONMENT_PADDING = ofId("environmentPadding");
    public static final Metric CONTAINERS = ofId("containers");
    public static final Metric READY = ofId("ready");
    public static final Metric STOP = ofId("stop");
    public static final Metric EACH_CGROUP = ofId("eachCgroup");
    public static final Metric EACH_PSS = ofId("eachPss");
    public static final Metric EACH_FREE = ofId("eachFree");
    public static final Metric THROUGHPUT = ofId("throughput");

    private Metrics() {}

    /** The metric of a journal key; one that this version does not know keeps its key as its name. */
    public static Metric ofKey(String key) {
        Metric known = BY_KEY.get(key);
        return known == null ? unknown(key) : known;
    }

    /** The metric of a name in JMH's JSON. */
    public static Metric ofId(String id) {
        Metric known = BY_ID.get(id);
        return known == null ? unknown(id) : known;
    }

    /** What an operation is measured for, the first of these that a cell has: wall time, unless it is about else. */
    public static List<Metric> primaryOf(String operation) {
        return switch (operation) {
            case "pull", "pull-shared" -> List.of(PULL, PULL_SHARED, WALL);
            case "size" -> List.of(COMPRESSED_SIZE, IMAGE_SIZE);
            case "density" -> List.of(READY, WALL);
            default -> List.of(WALL, THROUGHPUT);
        };
    }

    private static Metric unknown(String key) {
        Unit unit = key.endsWith("Ns") ? Unit.NANOSECONDS : key.endsWith("Bytes") ? Unit.BYTES : Unit.COUNT;
        return new Metric(
                key,
                key,
                key,
                unit,
                Better.NEUTRAL,
                "unknown",
                "A figure called " + key + " that this version of Tare does not define.",
                "Unknown.");
    }

    private static List<Metric> readTable() {
        try (InputStream table = Objects.requireNonNull(Metrics.class.getResourceAsStream("metrics.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Metrics::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("metrics.tsv cannot be read from the jar", e);
        }
    }

    private static Metric parse(String line) {
        String[] column = line.split("\t", -1);
        return new Metric(
                column[0],
                column[1],
                column[2],
                Unit.valueOf(column[3].toUpperCase(Locale.ROOT)),
                Better.valueOf(column[4].toUpperCase(Locale.ROOT)),
                column[5],
                column[6],
                column[7]);
    }
}
