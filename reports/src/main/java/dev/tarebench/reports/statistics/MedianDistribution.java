package dev.tarebench.reports.statistics;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Every value that the median of a resample can take, with its probability: of few samples the bootstrap distribution
 * need not be drawn, it can be written down.
 */
final class MedianDistribution {
    /** Beyond so many values drawing resamples is faster: 127 samples where their number is odd, 15 where it is even. */
    private static final int MOST_VALUES = 128;

    private static final Map<Integer, Weights> WEIGHTS = new ConcurrentHashMap<>();

    private final double[] values;
    private final double[] tails;

    private MedianDistribution(double[] values, double[] tails) {
        this.values = values;
        this.tails = tails;
    }

    /**
     * The distribution of the median of so many draws with replacement.
     *
     * @return absent where it has too many values
     */
    static Optional<MedianDistribution> of(double[] sorted) {
        int n = sorted.length;
        if ((n % 2 == 1 ? n : n * (n + 1L) / 2) > MOST_VALUES) {
            return Optional.empty();
        }
        return Optional.of(WEIGHTS.computeIfAbsent(n, Weights::of).appliedTo(sorted));
    }

    int count() {
        return values.length;
    }

    /** The values in ascending order. */
    double value(int i) {
        return values[i];
    }

    /** The probability of the values from here on; 0 beyond the last. */
    double tail(int i) {
        return tails[i];
    }

    double probability(int i) {
        return tails[i] - tails[i + 1];
    }

    /** Which two samples are in the middle of a resample, by rank, and how probable that is. */
    private static final class Weights {
        private final int[] lower;
        private final int[] upper;
        private final double[] probability;

        private Weights(int[] lower, int[] upper, double[] probability) {
            this.lower = lower;
            this.upper = upper;
            this.probability = probability;
        }

        static Weights of(int n) {
            return n % 2 == 1 ? odd(n) : even(n);
        }

        private static Weights odd(int n) {
            int[] ranks = IntStream.range(0, n).toArray();
            double[] probability = new double[n];
            for (int i = 0; i < n; i++) {
                probability[i] = atLeast(n, n / 2 + 1, i + 1) - atLeast(n, n / 2 + 1, i);
            }
            return new Weights(ranks, ranks, probability);
        }

        /** Half of the draws end with rank i and the other half begins with rank j, or both middle draws are of rank i. */
        private static Weights even(int n) {
            int half = n / 2;
            int[] lower = new int[n * (n + 1) / 2];
            int[] upper = new int[lower.length];
            double[] probability = new double[lower.length];
            int kept = 0;
            for (int i = 0; i < n; i++) {
                int same = kept++;
                double apart = 0;
                for (int j = i + 1; j < n; j++) {
                    double pair = choose(n, half) * ends(n, half, i) * ends(n, half, n - 1 - j);
                    lower[kept] = i;
                    upper[kept] = j;
                    probability[kept++] = pair;
                    apart += pair;
                }
                lower[same] = i;
                upper[same] = i;
                probability[same] = atLeast(n, half, i + 1) - atLeast(n, half, i) - apart;
            }
            return new Weights(lower, upper, probability);
        }

        /** The probability that {@code draws} are all of the {@code rank + 1} smallest, and not all of the rank smallest. */
        private static double ends(int n, int draws, int rank) {
            return Math.pow((rank + 1.0) / n, draws) - Math.pow((double) rank / n, draws);
        }

        /** The probability that at least {@code wanted} of n draws are of the {@code smallest} smallest. */
        private static double atLeast(int n, int wanted, int smallest) {
            double share = (double) smallest / n;
            double sum = 0;
            for (int k = wanted; k <= n; k++) {
                sum += choose(n, k) * Math.pow(share, k) * Math.pow(1 - share, n - k);
            }
            return sum;
        }

        private static double choose(int n, int k) {
            double ways = 1;
            for (int i = 1; i <= k; i++) {
                ways = ways * (n - k + i) / i;
            }
            return ways;
        }

        MedianDistribution appliedTo(double[] sorted) {
            double[] unordered = new double[probability.length];
            for (int i = 0; i < unordered.length; i++) {
                unordered[i] = (sorted[lower[i]] + sorted[upper[i]]) / 2;
            }
            int[] ascending = Sorting.ascending(unordered);
            double[] values = new double[unordered.length];
            double[] tails = new double[unordered.length + 1];
            for (int i = values.length - 1; i >= 0; i--) {
                values[i] = unordered[ascending[i]];
                tails[i] = tails[i + 1] + probability[ascending[i]];
            }
            return new MedianDistribution(values, tails);
        }
    }
}
