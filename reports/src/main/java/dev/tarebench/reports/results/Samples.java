package dev.tarebench.reports.results;

import dev.tarebench.reports.statistics.SampleSummary;
import java.util.Arrays;
import java.util.Optional;

/** The figures of one metric of one cell, in the order they were measured, each with its round where that is known. */
public final class Samples {
    private final int[] rounds;
    private final double[] values;

    private Samples(int[] rounds, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no samples");
        }
        this.rounds = rounds;
        this.values = values;
    }

    /** Samples whose rounds are known: they can be paired with those of another cell of the same run. */
    public static Samples ofRounds(int[] rounds, double[] values) {
        if (rounds.length != values.length) {
            throw new IllegalArgumentException(rounds.length + " rounds for " + values.length + " samples");
        }
        return new Samples(rounds.clone(), values.clone());
    }

    public static Samples unpaired(double[] values) {
        return new Samples(new int[0], values.clone());
    }

    public int count() {
        return values.length;
    }

    public double[] values() {
        return values.clone();
    }

    public double median() {
        return SampleSummary.median(values);
    }

    public double min() {
        return Arrays.stream(values).min().orElseThrow();
    }

    public double max() {
        return Arrays.stream(values).max().orElseThrow();
    }

    public SampleSummary summary() {
        return SampleSummary.of(values);
    }

    /** The two sides of the rounds in which both cells have a sample; absent when rounds are not known. */
    public Optional<Pairs> pairedWith(Samples other) {
        if (rounds.length == 0 || other.rounds.length == 0) {
            return Optional.empty();
        }
        if (Arrays.equals(rounds, other.rounds)) {
            return Optional.of(new Pairs(values, other.values));
        }
        int most = Math.min(values.length, other.values.length);
        double[] x = new double[most];
        double[] y = new double[most];
        int size = 0;
        for (int i = 0, j = 0; i < rounds.length && j < other.rounds.length; ) {
            if (rounds[i] == other.rounds[j]) {
                x[size] = values[i++];
                y[size++] = other.values[j++];
            } else if (rounds[i] < other.rounds[j]) {
                i++;
            } else {
                j++;
            }
        }
        return size == 0 ? Optional.empty() : Optional.of(new Pairs(Arrays.copyOf(x, size), Arrays.copyOf(y, size)));
    }

    /** Two sides of the same rounds. */
    public static final class Pairs {
        private final double[] x;
        private final double[] y;

        private Pairs(double[] x, double[] y) {
            this.x = x;
            this.y = y;
        }

        public double[] x() {
            return x.clone();
        }

        public double[] y() {
            return y.clone();
        }

        /** One ratio per round. */
        public double[] ratios() {
            double[] ratios = new double[x.length];
            Arrays.setAll(ratios, i -> x[i] / y[i]);
            return ratios;
        }
    }
}
