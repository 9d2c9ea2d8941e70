package dev.tarebench.reports.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** The raw figures of one JMH metric, whichever of its two forms they have. */
final class JmhRawData {
    /** A sampling run may hold millions of figures; so many, evenly spaced by rank, keep every percentile. */
    private static final int MOST_FIGURES = 10_000;

    private final List<double[]> forks;
    private final boolean thinned;

    private JmhRawData(List<double[]> forks, boolean thinned) {
        this.forks = forks;
        this.thinned = thinned;
    }

    static JmhRawData of(JsonNode metric) {
        JsonNode histogram = metric.path("rawDataHistogram");
        if (histogram.isArray() && !histogram.isEmpty()) {
            return ofHistogram(histogram);
        }
        List<double[]> forks = new ArrayList<>();
        for (JsonNode fork : metric.path("rawData")) {
            forks.add(numbers(fork));
        }
        return new JmhRawData(forks, false);
    }

    int forks() {
        return forks.size();
    }

    boolean thinned() {
        return thinned;
    }

    /** Whether each fork is one figure, as in Tare's own results, where a fork is a round. */
    boolean onePerFork() {
        return forks.stream().allMatch(fork -> fork.length == 1);
    }

    double[] all() {
        return forks.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** A number; JMH writes NaN as text, which is no number. */
    static OptionalDouble number(JsonNode node) {
        return node.isNumber() && Double.isFinite(node.doubleValue())
                ? OptionalDouble.of(node.doubleValue())
                : OptionalDouble.empty();
    }

    private static double[] numbers(JsonNode fork) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode iteration : fork) {
            number(iteration).ifPresent(numbers::add);
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Forks of iterations of [figure, how often]. */
    private static JmhRawData ofHistogram(JsonNode histogram) {
        long total = 0;
        for (JsonNode fork : histogram) {
            for (JsonNode iteration : fork) {
                for (JsonNode bucket : iteration) {
                    total += bucket.path(1).asLong();
                }
            }
        }
        double step = Math.max(1, (double) total / MOST_FIGURES);
        List<double[]> forks = new ArrayList<>();
        for (JsonNode fork : histogram) {
            forks.add(expand(fork, step));
        }
        return new JmhRawData(forks, step > 1);
    }

    private static double[] expand(JsonNode fork, double step) {
        List<double[]> buckets = new ArrayList<>();
        for (JsonNode iteration : fork) {
            for (JsonNode bucket : iteration) {
                buckets.add(
                        new double[] {bucket.path(0).asDouble(), bucket.path(1).asDouble()});
            }
        }
        buckets.sort((a, b) -> Double.compare(a[0], b[0]));
        List<Double> figures = new ArrayList<>();
        double seen = 0;
        double next = step / 2;
        for (double[] bucket : buckets) {
            seen += bucket[1];
            while (next < seen) {
                figures.add(bucket[0]);
                next += step;
            }
        }
        return figures.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
