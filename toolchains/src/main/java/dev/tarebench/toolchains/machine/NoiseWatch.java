package dev.tarebench.toolchains.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Watches the machine while a run goes on. It has no thread of its own and looks between two executions, at most once a
 * second: a watch that works while something is timed would be the noise that it looks for.
 */
public final class NoiseWatch {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SystemFiles files;
    private final NoiseSample first;
    private final BusyProcesses before = BusyProcesses.now();
    private final long startedNs = System.nanoTime();
    private final Duration ownBefore = own();
    private Duration measured = Duration.ZERO;
    private long lastNs = startedNs;
    private int looks = 1;
    private OptionalLong slowest;
    private OptionalLong fastest;

    private NoiseWatch(SystemFiles files) {
        this.files = files;
        this.first = NoiseSample.read(files);
        this.slowest = first.slowestKiloHertz();
        this.fastest = first.fastestKiloHertz();
    }

    public static NoiseWatch start() {
        return new NoiseWatch(new SystemFiles(Path.of("/")));
    }

    /** Told of every execution after its end, with the CPU time that it used itself. */
    public void ended(Duration cpu) {
        measured = measured.plus(cpu);
        long now = System.nanoTime();
        if (now - lastNs >= PAUSE.toNanos()) {
            lastNs = now;
            look();
        }
    }

    private NoiseSample look() {
        NoiseSample sample = NoiseSample.read(files);
        looks++;
        if (sample.slowestKiloHertz().orElse(Long.MAX_VALUE) < slowest.orElse(0)) {
            slowest = sample.slowestKiloHertz();
        }
        if (sample.fastestKiloHertz().orElse(0) > fastest.orElse(Long.MAX_VALUE)) {
            fastest = sample.fastestKiloHertz();
        }
        return sample;
    }

    /** What was seen from the start until now. */
    public Noise finish() {
        NoiseSample last = look();
        SortedMap<String, Double> figures = new TreeMap<>();
        Duration elapsed = Duration.ofNanos(System.nanoTime() - startedNs);
        int cpus = Runtime.getRuntime().availableProcessors();
        figures.put("seconds", elapsed.toMillis() / 1000.0);
        figures.put("looks", (double) looks);
        first.cpus()
                .ifPresent(begin -> last.cpus().ifPresent(end -> {
                    CpuTimes between = end.since(begin);
                    if (between.all() > 0) {
                        double own =
                                measured.plus(own().minus(ownBefore)).toNanos() / ((double) elapsed.toNanos() * cpus);
                        figures.put("stealShare", (double) between.steal() / between.all());
                        figures.put("othersShare", Math.max(0, (double) between.busy() / between.all() - own));
                    }
                }));
        difference(first.swappedPages(), last.swappedPages(), "swappedPages", figures);
        difference(first.throttled(), last.throttled(), "throttled", figures);
        slowest.ifPresent(kiloHertz -> figures.put("slowestGigaHertz", kiloHertz / 1e6));
        fastest.ifPresent(kiloHertz -> figures.put("fastestGigaHertz", kiloHertz / 1e6));
        List<String> busiest = BusyProcesses.now().busiestSince(before, cpus);
        return new Noise(figures, busiest);
    }

    private static void difference(
            OptionalLong first, OptionalLong last, String name, SortedMap<String, Double> figures) {
        if (first.isPresent() && last.isPresent()) {
            figures.put(name, (double) (last.getAsLong() - first.getAsLong()));
        }
    }

    private static Duration own() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
