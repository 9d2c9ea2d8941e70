package dev.tarebench.reports.results;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarebench.reports.UnreadableResult;
import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Metrics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** One element of a JMH result file, as a cell. */
final class JmhBenchmark {
    private final Path file;
    private final JsonNode element;
    private final CellDescription cell;
    private final boolean own;
    private final JmhRawData raw;

    private JmhBenchmark(Path file, JsonNode element, CellDescription cell, boolean own) {
        this.file = file;
        this.element = element;
        this.cell = cell;
        this.own = own;
        this.raw = JmhRawData.of(element.path("primaryMetric"));
    }

    static JmhBenchmark parse(Path file, int number, JsonNode element) {
        if (!element.path("benchmark").isTextual()
                || !element.path("primaryMetric").isObject()) {
            throw UnreadableResult.inFile(
                    file, "not a JMH result: element " + number + " has no benchmark or no primaryMetric");
        }
        boolean own = JmhNames.isOwn(element);
        return new JmhBenchmark(file, element, own ? JmhNames.own(element) : JmhNames.foreign(element), own);
    }

    int forks() {
        return raw.forks();
    }

    /**
     * The cell.
     *
     * @param rounds the largest number of forks in the file: only who has them all can be paired by round
     */
    CellResult cell(int rounds) {
        SortedMap<String, Samples> samples = new TreeMap<>();
        List<Failure> failures = new ArrayList<>();
        JsonNode primary = element.path("primaryMetric");
        String unit = primary.path("scoreUnit").asText();
        Optional<Metric> metric = primaryMetric(unit);
        if (raw.all().length == 0) {
            failures.add(new Failure(0, "no-raw-data", "only a score is given, from which nothing can be judged"));
        } else if (metric.isPresent()) {
            double factor = factor(metric.get(), unit).orElseThrow();
            samples.put(metric.get().id(), samples(raw, factor, rounds, "primaryMetric"));
        } else {
            failures.add(new Failure(0, "unknown-unit", "its unit '" + unit + "' is neither a time nor a throughput"));
        }
        if (!samples.isEmpty()) {
            element.path("secondaryMetrics")
                    .properties()
                    .forEach(entry -> addSecondary(entry.getKey(), entry.getValue(), rounds, samples));
        }
        return new CellResult(cell, samples, new TreeMap<>(), failures, notes(), false);
    }

    /** Our own files have the figure of their operation there, in its unit; those of others a time or a throughput. */
    private Optional<Metric> primaryMetric(String unit) {
        List<Metric> candidates = own ? Metrics.primaryOf(cell.operation()) : Metrics.primaryOf("run");
        return candidates.stream()
                .filter(metric -> factor(metric, unit).isPresent())
                .findFirst();
    }

    private static Optional<Double> factor(Metric metric, String unit) {
        return metric.equals(Metrics.THROUGHPUT) ? JmhUnit.perSecond(unit) : JmhUnit.stored(metric, unit);
    }

    private void addSecondary(String name, JsonNode node, int rounds, SortedMap<String, Samples> samples) {
        JmhRawData data = JmhRawData.of(node);
        if (data.all().length == 0) {
            return;
        }
        String unit = node.path("scoreUnit").asText();
        Metric metric = Metrics.ofId(name);
        boolean known = Metrics.ALL.contains(metric);
        Optional<Double> factor = known ? JmhUnit.stored(metric, unit) : Optional.of(1.0);
        String id = known ? name : name + " (" + unit + ")";
        factor.ifPresent(scale -> samples.put(id, scaled(data, scale, rounds)));
    }

    private Samples samples(JmhRawData data, double factor, int rounds, String where) {
        for (double figure : data.all()) {
            if (figure <= 0) {
                throw UnreadableResult.inFile(
                        file,
                        "'%s' has the figure %s in %s; only positive ones can be".formatted(cell.id(), figure, where));
            }
        }
        return scaled(data, factor, rounds);
    }

    private Samples scaled(JmhRawData data, double factor, int rounds) {
        double[] values =
                Arrays.stream(data.all()).map(figure -> figure * factor).toArray();
        boolean paired = own && data.onePerFork() && values.length == rounds;
        return paired ? Samples.ofRounds(IntStream.rangeClosed(1, rounds).toArray(), values) : Samples.unpaired(values);
    }

    private SortedSet<String> notes() {
        TreeSet<String> notes = new TreeSet<>();
        if (!own && !raw.onePerFork()) {
            notes.add("iterations of one fork are not independent: intervals may be too narrow");
        }
        if (raw.thinned()) {
            notes.add("more figures than are needed: thinned out evenly by rank");
        }
        return notes;
    }
}
