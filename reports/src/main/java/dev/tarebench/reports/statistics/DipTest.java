package dev.tarebench.reports.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Hartigan and Hartigan's dip test of unimodality (Annals of Statistics 13, 1985): a cell with two modes has two
 * behaviours, and its median describes neither.
 */
public final class DipTest {
    /** With fewer samples two modes cannot be told from chance. */
    static final int FEWEST_SAMPLES = 10;

    private static final double SIGNIFICANCE = 0.01;
    private static final int SIMULATIONS = 2000;

    /** Beyond this the critical value shrinks with the root of n, as the limit theorem says. */
    private static final int LARGEST_SIMULATED = 400;

    private static final Map<Integer, Double> CRITICAL = new ConcurrentHashMap<>();

    private DipTest() {}

    /** Whether one mode is rejected at 1 %, against the uniform distribution, which is the worst case of one mode. */
    public static boolean rejectsOneMode(double[] sorted) {
        int n = sorted.length;
        if (n < FEWEST_SAMPLES) {
            return false;
        }
        int simulated = Math.min(n, LARGEST_SIMULATED);
        double critical = CRITICAL.computeIfAbsent(simulated, DipTest::simulateCritical);
        return statistic(sorted) > critical * Math.sqrt((double) simulated / n);
    }

    /** The dip: how far the samples' distribution function is from the nearest unimodal one. */
    public static double statistic(double[] sorted) {
        int n = sorted.length;
        if (n < 4 || sorted[0] == sorted[n - 1]) {
            return 0.5 / n;
        }
        return new Search(sorted).run() / (2.0 * n);
    }

    private static double simulateCritical(int n) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(0xD1BL + n);
        double[] dips = new double[SIMULATIONS];
        for (int i = 0; i < SIMULATIONS; i++) {
            double[] uniform = random.doubles(n).sorted().toArray();
            dips[i] = statistic(uniform);
        }
        Arrays.sort(dips);
        return dips[(int) Math.ceil(SIMULATIONS * (1 - SIGNIFICANCE)) - 1];
    }

    /**
     * Narrows the modal interval down. In units of 1/n the distribution function steps from i to i + 1 at sample i, so
     * the convex minorant runs through lower corners (x, i) and the concave majorant through upper ones (x, i + 1).
     */
    private static final class Search {
        private final double[] x;
        private double dip = 1;

        Search(double[] x) {
            this.x = x;
        }

        double run() {
            int low = 0;
            int high = x.length - 1;
            while (low < high) {
                int[] minorant = Hull.minorant(x, low, high);
                int[] majorant = Hull.majorant(x, low, high);
                Gap gap = Gap.widest(x, minorant, majorant);
                if (gap.width() <= dip) {
                    break;
                }
                double left = farthestAbove(minorant, gap.left());
                double right = farthestBelow(majorant, gap.right());
                dip = Math.max(dip, Math.max(left, right));
                if (gap.left() == low && gap.right() == high) {
                    break;
                }
                low = gap.left();
                high = gap.right();
            }
            return dip;
        }

        private double farthestAbove(int[] minorant, int end) {
            double farthest = 0;
            for (int k = 1; k < minorant.length && minorant[k] <= end; k++) {
                for (int i = minorant[k - 1]; i <= minorant[k]; i++) {
                    farthest = Math.max(farthest, i + 1 - Hull.at(x, minorant[k - 1], minorant[k], x[i]));
                }
            }
            return farthest;
        }

        private double farthestBelow(int[] majorant, int start) {
            double farthest = 0;
            for (int k = 1; k < majorant.length; k++) {
                for (int i = majorant[k - 1]; majorant[k - 1] >= start && i <= majorant[k]; i++) {
                    farthest = Math.max(farthest, Hull.at(x, majorant[k - 1], majorant[k], x[i]) + 1 - i);
                }
            }
            return farthest;
        }
    }

    /** Where majorant and minorant are farthest apart, and the modal interval that follows from it. */
    private record Gap(double width, int left, int right) {
        static Gap widest(double[] x, int[] minorant, int[] majorant) {
            Gap widest = new Gap(0, minorant[0], majorant[majorant.length - 1]);
            for (int touch : minorant) {
                int k = Hull.segment(majorant, x, x[touch]);
                double width = Hull.at(x, majorant[k], majorant[k + 1], x[touch]) + 1 - touch;
                if (width > widest.width) {
                    widest = new Gap(width, touch, majorant[k + 1]);
                }
            }
            for (int touch : majorant) {
                int k = Hull.segment(minorant, x, x[touch]);
                double width = touch + 1 - Hull.at(x, minorant[k], minorant[k + 1], x[touch]);
                if (width > widest.width) {
                    widest = new Gap(width, minorant[k], touch);
                }
            }
            return widest;
        }
    }
}
