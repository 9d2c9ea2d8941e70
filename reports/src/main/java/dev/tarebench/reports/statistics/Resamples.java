package dev.tarebench.reports.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The draws with replacement of a bootstrap, made once per number of samples and shared by all cells: drawing them anew
 * for each of 20,000 cells would take longer than everything else together.
 */
final class Resamples {
    static final int COUNT = 2000;

    /** Above this a table would need more memory than the draws need time. */
    private static final int LARGEST_TABLE = 1024;

    private static final long SEED = 0x7A5E_0001L;
    private static final Map<Key, Resamples> TABLES = new ConcurrentHashMap<>();

    private final int n;
    private final int stream;
    private final short[] table;
    private final int[] lowerMiddles = new int[COUNT];
    private final int[] upperMiddles = new int[COUNT];

    private record Key(int n, int stream) {}

    private Resamples(Key key) {
        this.n = key.n;
        this.stream = key.stream;
        this.table = n <= LARGEST_TABLE ? new short[n * COUNT] : new short[0];
        int[] identity = IntStream.range(0, n).toArray();
        short[] counts = new short[n];
        for (int replicate = 0; replicate < COUNT; replicate++) {
            draw(replicate, counts);
            lowerMiddles[replicate] = positionOf((n - 1) / 2, identity, counts, 0);
            upperMiddles[replicate] = positionOf(n / 2, identity, counts, 0);
            if (table.length > 0) {
                System.arraycopy(counts, 0, table, replicate * n, n);
            }
        }
    }

    /**
     * The resamples of {@code n} samples.
     *
     * @param stream equal streams draw the same positions, which is what pairs two cells by round
     */
    static Resamples of(int n, int stream) {
        return TABLES.computeIfAbsent(new Key(n, stream), Resamples::new);
    }

    /**
     * The medians of all resamples of samples whose order means nothing: each draw then picks ranks, and which rank
     * is in the middle is known before the samples are.
     */
    double[] mediansOfSorted(double[] sorted) {
        double[] medians = new double[COUNT];
        for (int replicate = 0; replicate < COUNT; replicate++) {
            medians[replicate] = (sorted[lowerMiddles[replicate]] + sorted[upperMiddles[replicate]]) / 2;
        }
        return medians;
    }

    /** The medians of all resamples of {@code values}, drawing the same positions for every cell. */
    double[] medians(double[] values) {
        int[] ascending = Sorting.ascending(values);
        double[] medians = new double[COUNT];
        short[] drawn = table.length > 0 ? table : new short[n];
        for (int replicate = 0; replicate < COUNT; replicate++) {
            int offset = replicate * n;
            if (table.length == 0) {
                draw(replicate, drawn);
                offset = 0;
            }
            double lower = values[ascending[positionOf((n - 1) / 2, ascending, drawn, offset)]];
            double upper = n % 2 == 1 ? lower : values[ascending[positionOf(n / 2, ascending, drawn, offset)]];
            medians[replicate] = (lower + upper) / 2;
        }
        return medians;
    }

    /** Where in ascending order the drawn sample of this rank is. */
    private static int positionOf(int rank, int[] ascending, short[] drawn, int offset) {
        int i = 0;
        int seen = drawn[offset + ascending[0]];
        while (seen <= rank) {
            seen += drawn[offset + ascending[++i]];
        }
        return i;
    }

    private void draw(int replicate, short[] counts) {
        Arrays.fill(counts, (short) 0);
        UniformRandomProvider random =
                RandomSource.SPLIT_MIX_64.create(SEED + ((long) stream << 40) + ((long) n << 16) * 31 + replicate);
        for (int i = 0; i < n; i++) {
            counts[random.nextInt(n)]++;
        }
    }
}
