package dev.tarebench.reports.comparison;

import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.Run;
import dev.tarebench.reports.results.Samples;
import dev.tarebench.reports.statistics.SampleSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * So many containers of one program at once: one point of a curve over their number, whether each number is a cell of
 * its own or not.
 *
 * @param program the id up to the target, without the number
 * @param samples how many executions there are of this number
 * @param medians by metric
 */
public record Density(CellResult cell, String program, long containers, int samples, Map<Metric, Double> medians) {
    /** Time first, then what each container costs by the three instruments that can tell. */
    public static final List<Metric> METRICS =
            List.of(Metrics.READY, Metrics.STOP, Metrics.EACH_CGROUP, Metrics.EACH_PSS, Metrics.EACH_FREE);

    private static final Pattern NUMBER = Pattern.compile("~x\\d+$");

    public Density {
        medians = Map.copyOf(medians);
    }

    /** All points of a run, by program, target and number. */
    public static List<Density> of(Run run) {
        List<Density> points = new ArrayList<>();
        run.cells().forEach(cell -> cell.of(Metrics.CONTAINERS).ifPresent(counts -> addPoints(cell, counts, points)));
        points.sort(Comparator.comparing(Density::program)
                .thenComparing(point -> point.cell.cell().target())
                .thenComparing(Density::containers));
        return List.copyOf(points);
    }

    private static void addPoints(CellResult cell, Samples counts, List<Density> points) {
        SortedMap<Long, List<Integer>> places = new TreeMap<>();
        double[] numbers = counts.values();
        for (int i = 0; i < numbers.length; i++) {
            places.computeIfAbsent(Math.round(numbers[i]), unused -> new ArrayList<>())
                    .add(i);
        }
        String id = cell.cell().id();
        String program = NUMBER.matcher(id.substring(0, Math.max(0, id.lastIndexOf('@'))))
                .replaceFirst("");
        places.forEach((number, where) ->
                points.add(new Density(cell, program, number, where.size(), medians(cell, numbers.length, where))));
    }

    private static Map<Metric, Double> medians(CellResult cell, int count, List<Integer> places) {
        Map<Metric, Double> medians = new HashMap<>();
        for (Metric metric : METRICS) {
            cell.of(metric)
                    .map(Samples::values)
                    // A figure that some executions lack cannot be told apart by number, unless there is only one.
                    .filter(values -> values.length == count || places.size() == count)
                    .ifPresent(values -> medians.put(
                            metric,
                            SampleSummary.median(
                                    values.length == count
                                            ? places.stream()
                                                    .mapToDouble(i -> values[i])
                                                    .toArray()
                                            : values)));
        }
        return medians;
    }
}
