package dev.tarebench.reports.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Orders positions by their values, where the values themselves must stay in place. */
final class Sorting {
    private static final int FEW = 128;

    private Sorting() {}

    /** The positions of {@code values} from the smallest value to the largest. */
    static int[] ascending(double[] values) {
        if (values.length > FEW) {
            return IntStream.range(0, values.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> values[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        int[] positions = new int[values.length];
        Arrays.setAll(positions, i -> i);
        for (int i = 1; i < positions.length; i++) {
            int moving = positions[i];
            int j = i;
            while (j > 0 && values[positions[j - 1]] > values[moving]) {
                positions[j] = positions[j - 1];
                j--;
            }
            positions[j] = moving;
        }
        return positions;
    }
}
