package dev.tarebench.reports.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's step-down correction: whoever asks many questions must not be answered "significant" by chance. */
public final class Holm {
    private Holm() {}

    /** The adjusted p-values of one family, in the order given. */
    public static double[] adjust(double[] p) {
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int rank = 0; rank < p.length; rank++) {
            int i = ascending[rank];
            largest = Math.max(largest, Math.min(1, (p.length - rank) * p[i]));
            adjusted[i] = largest;
        }
        return adjusted;
    }
}
