package dev.tarebench.reports.page;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tarebench.reports.comparison.Containment;
import dev.tarebench.reports.comparison.Density;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.FamilyKey;
import dev.tarebench.reports.results.Run;
import dev.tarebench.reports.results.Samples;
import dev.tarebench.reports.statistics.SampleSummary;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What is no column: the repetitions of a prolonged run, density by number of containers, and who belongs to whom. */
final class CurveJson {
    /** The journal key of the times of a prolonged run's repetitions. */
    private static final String REPETITIONS = "repetitionNs";

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
        for (Density point : Density.of(run)) {
            writeDensity(json, point);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("contained");
        for (Containment pair : Containment.of(run)) {
            writeContainment(json, pair);
        }
        json.writeEndArray();
    }

    /** Both medians of every instrument that was on both sides. */
    private static void writeContainment(JsonGenerator json, Containment pair) throws IOException {
        json.writeStartObject();
        json.writeStringField("inside", pair.inside().cell().id());
        json.writeStringField("outside", pair.outside().cell().target());
        for (Metric metric : List.of(Metrics.WALL, Metrics.RUN, Metrics.CGROUP_PEAK)) {
            Optional<Samples> inside = pair.inside().of(metric);
            Optional<Samples> outside = pair.outside().of(metric);
            if (inside.isPresent() && outside.isPresent()) {
                json.writeArrayFieldStart(metric.id());
                Numbers.write(json, inside.get().median() * metric.unit().scale());
                Numbers.write(json, outside.get().median() * metric.unit().scale());
                json.writeEndArray();
            }
        }
        json.writeEndObject();
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

    private static void writeDensity(JsonGenerator json, Density point) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", point.cell().cell().id());
        json.writeStringField("program", point.program());
        json.writeStringField("target", point.cell().cell().target());
        json.writeNumberField("containers", point.containers());
        json.writeNumberField("n", point.samples());
        for (Metric metric : Density.METRICS) {
            Double median = point.medians().get(metric);
            if (median != null) {
                Numbers.write(json, metric.id(), median * metric.unit().scale());
            }
        }
        json.writeEndObject();
    }

    private static void writeNames(JsonGenerator json, CellResult cell) throws IOException {
        json.writeStringField("id", cell.cell().id());
        json.writeStringField("program", FamilyKey.of(cell.cell()).program());
        json.writeStringField("target", cell.cell().target());
    }
}
