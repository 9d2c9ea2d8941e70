package dev.tarebench.reports.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * What the samples of one metric of one cell look like. Nothing is removed: outliers are marked and kept.
 *
 * @param mad median absolute deviation from the median, unscaled
 * @param interval exact order-statistic interval of the median; absent below {@link MedianInterval#FEWEST_SAMPLES}
 * @param outliers how many samples lie further from the median than 3.5 scaled MADs
 * @param multimodal whether Hartigan's dip test rejects one mode at 1 %
 */
public record SampleSummary(
        int count,
        double min,
        double lowerQuartile,
        double median,
        double mean,
        double upperQuartile,
        double max,
        double mad,
        Optional<Interval> interval,
        int outliers,
        boolean multimodal) {
    /** What a MAD of normal samples is multiplied with to estimate their standard deviation. */
    private static final double NORMAL_QUARTILE = 0.6744897501960817;

    private static final double FAR = 3.5;
    private static final Quantile QUANTILE =
            Quantile.withDefaults().withCopy(true).with(Quantile.EstimationMethod.HF7);

    public static SampleSummary of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no samples to summarize");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double[] quartiles = QUANTILE.evaluate(n, i -> sorted[i], 0.25, 0.75);
        double median = medianOfSorted(sorted);
        double mad = deviation(sorted, median);
        return new SampleSummary(
                n,
                sorted[0],
                quartiles[0],
                median,
                Arrays.stream(sorted).sum() / n,
                quartiles[1],
                sorted[n - 1],
                mad,
                MedianInterval.of(sorted),
                (int) Arrays.stream(outliers(sorted, median, mad)).count(),
                DipTest.rejectsOneMode(sorted));
    }

    /** The sample quantile as NumPy and R compute it by default. */
    public static double quantile(double[] values, double probability) {
        return QUANTILE.evaluate(values, probability);
    }

    public static double median(double[] values) {
        return Median.withDefaults().withCopy(true).evaluate(values);
    }

    /** Where in {@code values} the outliers are. */
    public static int[] outliers(double[] values) {
        double median = median(values);
        return outliers(values, median, deviation(values, median));
    }

    private static int[] outliers(double[] values, double median, double mad) {
        if (mad == 0) {
            return new int[0];
        }
        double limit = FAR * mad / NORMAL_QUARTILE;
        return IntStream.range(0, values.length)
                .filter(i -> Math.abs(values[i] - median) > limit)
                .toArray();
    }

    private static double deviation(double[] values, double median) {
        double[] distances = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            distances[i] = Math.abs(values[i] - median);
        }
        return Median.withDefaults().withCopy(false).evaluate(distances);
    }

    private static double medianOfSorted(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Distance from the smallest to the largest sample in parts of the median. */
    public double spread() {
        return (max - min) / median;
    }
}
