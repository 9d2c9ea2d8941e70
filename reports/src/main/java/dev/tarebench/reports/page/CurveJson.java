package dev.tarebench.reports.page;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.FamilyKey;
import dev.tarebench.reports.results.Run;
import dev.tarebench.reports.statistics.SampleSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What has a course instead of one figure: the repetitions of a prolonged run, and density by number of containers. */
final class CurveJson {
    /** The journal key of the times of a prolonged run's repetitions. */
    private static final String REPETITIONS = "repetitionNs";

    private static final List<Metric> DENSITY =
            List.of(Metrics.READY, Metrics.STOP, Metrics.EACH_PSS, Metrics.EACH_CGROUP, Metrics.EACH_FREE);

    private CurveJson() {}

    static void write(JsonGenerator json, Run run) throws IOException {
        json.writeArrayFieldStart("warmup");
        for (CellResult cell : run.cells()) {
            List<List<Long>> repetitions = cell.series().getOrDefault(REPETITIONS, List.of());
            if (!repetitions.isEmpty()) {
                writeWarmUp(json, cell, repetitions);
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("density");
        for (CellResult cell : run.cells()) {
            if (cell.of(Metrics.CONTAINERS).isPresent()) {
                writeDensity(json, cell);
            }
        }
        json.writeEndArray();
    }

    /** The median of every repetition over all executions of the cell. */
    private static void writeWarmUp(JsonGenerator json, CellResult cell, List<List<Long>> repetitions)
            throws IOException {
        json.writeStartObject();
        writeNames(json, cell);
        json.writeArrayFieldStart("ms");
        int longest = repetitions.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            int repetition = i;
            double[] figures = repetitions.stream()
                    .filter(times -> times.size() > repetition)
                    .mapToDouble(times -> times.get(repetition))
                    .toArray();
            Numbers.write(
                    json, SampleSummary.median(figures) * Metrics.WALL.unit().scale());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** One point per number of containers, whether they share a cell or have one each. */
    private static void writeDensity(JsonGenerator json, CellResult cell) throws IOException {
        double[] containers = cell.of(Metrics.CONTAINERS).orElseThrow().values();
        List<Double> counts = new ArrayList<>();
        for (double count : containers) {
            if (!counts.contains(count)) {
                counts.add(count);
            }
        }
        for (double count : counts) {
            json.writeStartObject();
            writeNames(json, cell);
            Numbers.write(json, "containers", count);
            for (Metric metric : DENSITY) {
                double[] values =
                        cell.of(metric).map(samples -> samples.values()).orElse(new double[0]);
                List<Double> matching = new ArrayList<>();
                for (int i = 0; i < values.length && values.length == containers.length; i++) {
                    if (containers[i] == count) {
                        matching.add(values[i]);
                    }
                }
                if (!matching.isEmpty()) {
                    double median = SampleSummary.median(
                            matching.stream().mapToDouble(Double::doubleValue).toArray());
                    Numbers.write(json, metric.id(), median * metric.unit().scale());
                }
            }
            json.writeEndObject();
        }
    }

    private static void writeNames(JsonGenerator json, CellResult cell) throws IOException {
        json.writeStringField("id", cell.cell().id());
        json.writeStringField("program", FamilyKey.of(cell.cell()).program());
        json.writeStringField("target", cell.cell().target());
    }
}
