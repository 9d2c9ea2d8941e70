package dev.tarebench.reports.statistics;

/** The only mean of ratios that does not depend on which side is the baseline. */
public final class GeometricMean {
    private GeometricMean() {}

    public static double of(double[] ratios) {
        if (ratios.length == 0) {
            throw new IllegalArgumentException("no ratios to average");
        }
        double sum = 0;
        for (double ratio : ratios) {
            sum += Math.log(ratio);
        }
        return Math.exp(sum / ratios.length);
    }
}
