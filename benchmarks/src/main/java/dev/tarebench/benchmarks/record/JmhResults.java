package dev.tarebench.benchmarks.record;

import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.reports.journal.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.SingleShotResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Version;

/** Merges a run's samples into JMH's own JSON, by JMH's own writer: one element per cell, one fork per round. */
public final class JmhResults {

    private JmhResults() {}

    /** Writes beside, then renames. */
    public static void write(Collection<JournalLine> lines, Path file) throws IOException {
        Map<String, List<JournalLine>> cells = new TreeMap<>();
        lines.stream()
                .filter(JournalLine::isSample)
                .forEach(line -> cells.computeIfAbsent(line.cell().id(), id -> new ArrayList<>())
                        .add(line));
        List<RunResult> results = cells.values().stream().map(JmhResults::cell).toList();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(text, false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
        }
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, text.toByteArray());
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static RunResult cell(List<JournalLine> samples) {
        BenchmarkParams params = params(samples.get(0).cell(), samples.size());
        List<BenchmarkResult> forks =
                samples.stream().map(line -> fork(params, line)).toList();
        return new RunResult(params, forks);
    }

    private static BenchmarkResult fork(BenchmarkParams params, JournalLine line) {
        IterationResult iteration = new IterationResult(params, params.getMeasurement(), null);
        Metric primary = primary(line);
        iteration.addResult(primary(primary, line.metrics().getOrDefault(primary.key(), 0L)));
        line.metrics().forEach((key, value) -> {
            if (!key.equals(primary.key())) {
                iteration.addResult(secondary(Metrics.ofKey(key), value));
            }
        });
        return new BenchmarkResult(params, List.of(iteration));
    }

    private static Metric primary(JournalLine line) {
        return Metrics.primaryOf(line.cell().operation()).stream()
                .filter(metric -> line.metrics().containsKey(metric.key()))
                .findFirst()
                .orElse(Metrics.WALL);
    }

    /** An image's size is no time, and must not be written as one. */
    private static Result<?> primary(Metric metric, long value) {
        return metric.unit() == Unit.NANOSECONDS
                ? new SingleShotResult(ResultRole.PRIMARY, metric.id(), value, 1, TimeUnit.MILLISECONDS)
                : new PrimaryFigure(metric.id(), value * metric.unit().scale(), unit(metric.unit()));
    }

    private static Result<?> secondary(Metric metric, long value) {
        return new ScalarResult(metric.id(), value * metric.unit().scale(), unit(metric.unit()), AggregationPolicy.AVG);
    }

    private static String unit(Unit unit) {
        return switch (unit) {
            case NANOSECONDS -> unit.shown() + "/op";
            case BYTES -> unit.shown();
            case COUNT -> "count";
        };
    }

    private static BenchmarkParams params(CellDescription cell, int samples) {
        IterationParams none = new IterationParams(IterationType.WARMUP, 0, TimeValue.NONE, 1);
        IterationParams one = new IterationParams(IterationType.MEASUREMENT, 1, TimeValue.NONE, 1);
        return new BenchmarkParams(
                "tare.%s.%s".formatted(capitalised(cell.suite()), cell.workload()),
                cell.operation(),
                false,
                1,
                new int[] {1},
                List.of(),
                samples,
                0,
                none,
                one,
                org.openjdk.jmh.annotations.Mode.SingleShotTime,
                keys(cell),
                TimeUnit.MILLISECONDS,
                1,
                System.getProperty("java.home", "unknown"),
                List.of(),
                System.getProperty("java.version", "unknown"),
                System.getProperty("java.vm.name", "unknown"),
                System.getProperty("java.vm.version", "unknown"),
                Version.getPlainVersion(),
                TimeValue.NONE);
    }

    private static WorkloadParams keys(CellDescription cell) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("target", cell.target());
        keys.put("size", cell.size());
        keys.put("language", cell.language().orElse("none"));
        keys.put("variant", cell.variant().orElse("none"));
        keys.put("operation", cell.operation());
        keys.put("platform", cell.platform());
        WorkloadParams params = new WorkloadParams();
        int place = 0;
        for (Map.Entry<String, String> key : keys.entrySet()) {
            params.put(key.getKey(), key.getValue(), place++);
        }
        return params;
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
