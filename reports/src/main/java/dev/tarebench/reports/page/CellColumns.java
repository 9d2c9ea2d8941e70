package dev.tarebench.reports.page;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tarebench.reports.comparison.CellAnalysis;
import dev.tarebench.reports.comparison.FamilyAnalysis;
import dev.tarebench.reports.comparison.JudgedRatio;
import dev.tarebench.reports.comparison.RatioEstimate;
import dev.tarebench.reports.comparison.RunAnalysis;
import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.reports.results.FamilyKey;
import dev.tarebench.reports.results.Samples;
import dev.tarebench.reports.statistics.Interval;
import dev.tarebench.reports.statistics.SampleSummary;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The cells of a run, column by column; words that repeat are written once and referred to by number. */
final class CellColumns {
    /** Medians beside the primary metric, drawn or listed by the page. */
    private static final List<Metric> BESIDE = List.of(
            Metrics.MAX_RSS,
            Metrics.CGROUP_PEAK,
            Metrics.STARTUP,
            Metrics.RUN,
            Metrics.TEARDOWN,
            Metrics.KERNEL,
            Metrics.COMPILE,
            Metrics.USER,
            Metrics.SYSTEM,
            Metrics.CGROUP_CPU,
            Metrics.PULL,
            Metrics.PULL_SHARED,
            Metrics.CREATE,
            Metrics.START,
            Metrics.IMAGE_SIZE,
            Metrics.COMPRESSED_SIZE,
            Metrics.LAYERS);

    private final JsonGenerator json;
    private final List<CellAnalysis> cells;

    private CellColumns(JsonGenerator json, List<CellAnalysis> cells) {
        this.json = json;
        this.cells = cells;
    }

    static void write(JsonGenerator json, RunAnalysis analysis) throws IOException {
        json.writeObjectFieldStart("cells");
        new CellColumns(json, analysis.cells()).write();
        differences(json, analysis);
        json.writeEndObject();
    }

    private void write() throws IOException {
        json.writeNumberField("count", cells.size());
        words("id", CellDescription::id);
        coded("suite", CellDescription::suite);
        coded("operation", CellDescription::operation);
        coded("program", cell -> FamilyKey.of(cell).program());
        coded("target", CellDescription::target);
        coded("variant", cell -> cell.variant().orElse(""));
        coded("tier", cell -> cell.tier().orElse(""));
        coded("size", CellDescription::size);
        coded("platform", CellDescription::platform);
        codes(
                "metric",
                cells.stream()
                        .map(cell -> cell.primary().map(Metric::title).orElse(""))
                        .toList());
        codes(
                "unit",
                cells.stream()
                        .map(cell -> cell.primary()
                                .map(metric -> metric.unit().shown())
                                .orElse(""))
                        .toList());
        summaries();
        ratios();
        for (Metric metric : BESIDE) {
            medians(metric);
        }
        raw();
        flags();
    }

    /** Kruskal-Wallis' p-value of each cell's family. */
    private static void differences(JsonGenerator json, RunAnalysis analysis) throws IOException {
        json.writeArrayFieldStart("familyP");
        for (FamilyAnalysis family : analysis.families()) {
            for (int i = 0; i < family.cells().size(); i++) {
                Numbers.write(json, family.differenceP().orElse(Double.NaN));
            }
        }
        json.writeEndArray();
    }

    private void words(String name, Function<CellDescription, String> word) throws IOException {
        json.writeArrayFieldStart(name);
        for (CellAnalysis cell : cells) {
            json.writeString(word.apply(cell.cell().cell()));
        }
        json.writeEndArray();
    }

    private void coded(String name, Function<CellDescription, String> word) throws IOException {
        codes(name, cells.stream().map(cell -> word.apply(cell.cell().cell())).toList());
    }

    private void codes(String name, List<String> words) throws IOException {
        Map<String, Integer> codes = new LinkedHashMap<>();
        words.forEach(word -> codes.putIfAbsent(word, codes.size()));
        json.writeObjectFieldStart(name);
        json.writeArrayFieldStart("words");
        for (String word : codes.keySet()) {
            json.writeString(word);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("of");
        for (String word : words) {
            json.writeNumber(codes.getOrDefault(word, 0));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void summaries() throws IOException {
        summary("n", SampleSummary::count);
        summary("median", SampleSummary::median);
        summary("min", SampleSummary::min);
        summary("max", SampleSummary::max);
        summary("low", summary -> summary.interval().map(Interval::low).orElse(Double.NaN));
        summary("high", summary -> summary.interval().map(Interval::high).orElse(Double.NaN));
        summary("outliers", SampleSummary::outliers);
    }

    private void summary(String name, Function<SampleSummary, Number> figure) throws IOException {
        boolean counted = name.equals("n") || name.equals("outliers");
        json.writeArrayFieldStart(name);
        for (CellAnalysis cell : cells) {
            double scale = counted ? 1 : scale(cell);
            Numbers.write(
                    json,
                    cell.summary()
                            .map(summary -> figure.apply(summary).doubleValue() * scale)
                            .orElse(Double.NaN));
        }
        json.writeEndArray();
    }

    private void ratios() throws IOException {
        ratio("ratio", RatioEstimate::ratio);
        ratio("ratioLow", estimate -> estimate.interval().map(Interval::low).orElse(Double.NaN));
        ratio("ratioHigh", estimate -> estimate.interval().map(Interval::high).orElse(Double.NaN));
        json.writeArrayFieldStart("p");
        for (CellAnalysis cell : cells) {
            Numbers.write(json, cell.ratio().map(JudgedRatio::adjustedP).orElse(Double.NaN));
        }
        json.writeEndArray();
        codes(
                "verdict",
                cells.stream()
                        .map(cell -> cell.ratio()
                                .flatMap(ratio -> cell.primary().map(ratio.verdict()::words))
                                .orElse(""))
                        .toList());
    }

    private void ratio(String name, Function<RatioEstimate, Double> figure) throws IOException {
        json.writeArrayFieldStart(name);
        for (CellAnalysis cell : cells) {
            Numbers.write(
                    json,
                    cell.ratio().map(ratio -> figure.apply(ratio.estimate())).orElse(Double.NaN));
        }
        json.writeEndArray();
    }

    private void medians(Metric metric) throws IOException {
        if (cells.stream().noneMatch(cell -> cell.cell().of(metric).isPresent())) {
            return;
        }
        json.writeArrayFieldStart(metric.id());
        for (CellAnalysis cell : cells) {
            Optional<Samples> samples = cell.cell().of(metric);
            Numbers.write(
                    json,
                    samples.map(found -> found.median() * metric.unit().scale()).orElse(Double.NaN));
        }
        json.writeEndArray();
    }

    private void raw() throws IOException {
        json.writeArrayFieldStart("raw");
        for (CellAnalysis cell : cells) {
            double scale = scale(cell);
            json.writeStartArray();
            Optional<Samples> samples = cell.primary().flatMap(cell.cell()::of);
            if (samples.isPresent()) {
                for (double value : samples.get().values()) {
                    Numbers.write(json, value * scale);
                }
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void flags() throws IOException {
        json.writeArrayFieldStart("multimodal");
        for (CellAnalysis cell : cells) {
            json.writeNumber(cell.summary().filter(SampleSummary::multimodal).isPresent() ? 1 : 0);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("failed");
        for (CellAnalysis cell : cells) {
            json.writeNumber(cell.cell().failures().size());
        }
        json.writeEndArray();
        codes(
                "notes",
                cells.stream()
                        .map(cell -> String.join("; ", cell.cell().notes()))
                        .toList());
        json.writeArrayFieldStart("sampled");
        for (CellAnalysis cell : cells) {
            json.writeNumber(cell.cell().sampled() ? 1 : 0);
        }
        json.writeEndArray();
    }

    private static double scale(CellAnalysis cell) {
        return cell.primary().map(metric -> metric.unit().scale()).orElse(1.0);
    }
}
