package dev.tarebench.reports.statistics;

import java.util.Arrays;

/**
 * The only mean of ratios that does not depend on which side is the baseline, with the interval of its noise: the set
 * of ratios is fixed, each is drawn anew from its own bootstrap distribution.
 */
public final class GeometricMean {
    /** Logarithms are dear; so many factors between 1e-19 and 1e19 can be multiplied without one. */
    private static final int FACTORS = 16;

    private final double[] product = new double[RatioBootstrap.REPLICATES];
    private final double[] logarithm = new double[RatioBootstrap.REPLICATES];
    private double logarithmOfValue;
    private int count;

    public GeometricMean() {
        Arrays.fill(product, 1);
    }

    /** The mean alone. */
    public static double of(double[] ratios) {
        if (ratios.length == 0) {
            throw new IllegalArgumentException("no ratios to average");
        }
        return Math.exp(Arrays.stream(ratios).map(Math::log).sum() / ratios.length);
    }

    public void add(double ratio, RatioBootstrap bootstrap) {
        logarithmOfValue += Math.log(ratio);
        // All cells share their draws; rotating each by a shift of its own makes them independent again.
        bootstrap.multiplyInto(product, count * 37);
        count++;
        if (count % FACTORS == 0) {
            takeLogarithms();
        }
    }

    public double value() {
        return Math.exp(logarithmOfValue / count);
    }

    public int count() {
        return count;
    }

    public Interval interval() {
        takeLogarithms();
        double[] means = new double[logarithm.length];
        Arrays.setAll(means, i -> Math.exp(logarithm[i] / count));
        return RatioBootstrap.percentiles(means);
    }

    private void takeLogarithms() {
        for (int i = 0; i < product.length; i++) {
            logarithm[i] += Math.log(product[i]);
            product[i] = 1;
        }
    }
}
