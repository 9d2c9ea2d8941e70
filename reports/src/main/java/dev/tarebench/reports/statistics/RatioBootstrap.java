package dev.tarebench.reports.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The bootstrap distribution of a ratio of medians, from which its interval comes: written down where that can be done,
 * else drawn. Seeded: the same samples give the same interval on every machine.
 */
public final class RatioBootstrap {
    /** How many resamples an interval rests on. */
    public static final int REPLICATES = Resamples.COUNT;

    private static final int TAIL = (int) Math.round(REPLICATES * (1 - Interval.CONFIDENCE) / 2);

    private final Supplier<double[]> draws;
    private final Supplier<Optional<Interval>> exact;

    /** Most of the distributions are only asked for their interval, so nothing is drawn before it must be. */
    private double[] drawn = {};

    private RatioBootstrap(Supplier<double[]> draws, Supplier<Optional<Interval>> exact) {
        this.draws = draws;
        this.exact = exact;
    }

    /** Resamples of whole rounds: {@code x[i]} and {@code y[i]} were measured in the same round. */
    public static RatioBootstrap paired(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("pairs need as many x as y, but got " + x.length + " and " + y.length);
        }
        return new RatioBootstrap(() -> quotient(medians(x, 0), medians(y, 0)), Optional::empty);
    }

    /** Resamples of either side by itself. */
    public static RatioBootstrap independent(double[] x, double[] y) {
        double[] left = sorted(x);
        double[] right = sorted(y);
        return new RatioBootstrap(
                () -> quotient(mediansOfSorted(left, 0), mediansOfSorted(right, 1)), () -> exact(left, right));
    }

    private static Optional<Interval> exact(double[] x, double[] y) {
        return MedianDistribution.of(x)
                .flatMap(one -> MedianDistribution.of(y).map(other -> ExactRatioInterval.of(one, other)));
    }

    /** The distribution of the ratio of two ratios, each from a machine or run of its own. */
    public RatioBootstrap dividedBy(RatioBootstrap other) {
        return new RatioBootstrap(() -> quotient(drawn(), shifted(other.drawn())), Optional::empty);
    }

    /** The two sides may share their draws when they have as many samples; shifting makes them independent. */
    private static double[] shifted(double[] replicates) {
        double[] shifted = new double[REPLICATES];
        for (int i = 0; i < REPLICATES; i++) {
            shifted[i] = replicates[(i + REPLICATES / 2) % REPLICATES];
        }
        return shifted;
    }

    /** The percentile interval. */
    public Interval interval() {
        return exact.get().orElseGet(() -> percentiles(drawn()));
    }

    static Interval percentiles(double[] replicates) {
        double low = -kthLargest(replicates, -1);
        double high = kthLargest(replicates, 1);
        return new Interval(low, high);
    }

    /** The edge of the upper tail of {@code sign} times the replicates; sorting them all took most of a report's time. */
    private static double kthLargest(double[] replicates, int sign) {
        double[] tail = new double[TAIL];
        int kept = 0;
        for (double replicate : replicates) {
            double value = sign * replicate;
            if (kept == TAIL && value <= tail[0]) {
                continue;
            }
            // The tail is in ascending order: its smallest makes room for the new value.
            int i = kept < TAIL ? kept++ : 0;
            while (i > 0 && tail[i - 1] > value) {
                tail[i] = tail[i - 1];
                i--;
            }
            while (kept == TAIL && i + 1 < TAIL && tail[i + 1] < value) {
                tail[i] = tail[i + 1];
                i++;
            }
            tail[i] = value;
        }
        return tail[0];
    }

    void multiplyInto(double[] product, int shift) {
        double[] replicates = drawn();
        for (int i = 0; i < REPLICATES; i++) {
            product[i] *= replicates[(i + shift) % REPLICATES];
        }
    }

    double[] replicates() {
        return drawn().clone();
    }

    private double[] drawn() {
        if (drawn.length == 0) {
            drawn = draws.get();
        }
        return drawn;
    }

    private static double[] medians(double[] values, int stream) {
        return Resamples.of(values.length, stream).medians(values);
    }

    private static double[] mediansOfSorted(double[] sorted, int stream) {
        return Resamples.of(sorted.length, stream).mediansOfSorted(sorted);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double[] quotient(double[] x, double[] y) {
        double[] ratios = new double[REPLICATES];
        for (int i = 0; i < REPLICATES; i++) {
            ratios[i] = x[i] / y[i];
        }
        return ratios;
    }
}
