package dev.tarebench.reports.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final Map<Long, Resamples> TABLES = new ConcurrentHashMap<>();

    private final int n;
    private final int stream;
    private final short[] table;

    private Resamples(int n, int stream) {
        this.n = n;
        this.stream = stream;
        this.table = n <= LARGEST_TABLE ? new short[n * COUNT] : new short[0];
        if (table.length > 0) {
            short[] counts = new short[n];
            for (int replicate = 0; replicate < COUNT; replicate++) {
                draw(replicate, counts);
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
        if (n > LARGEST_TABLE) {
            return new Resamples(n, stream);
        }
        return TABLES.computeIfAbsent((long) stream << 32 | n, key -> new Resamples(n, stream));
    }

    /** The medians of all resamples of {@code values}. */
    double[] medians(double[] values) {
        int[] ascending = Sorting.ascending(values);
        double[] sorted = new double[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = values[ascending[i]];
        }
        double[] medians = new double[COUNT];
        short[] drawn = table.length > 0 ? table : new short[n];
        for (int replicate = 0; replicate < COUNT; replicate++) {
            int offset = 0;
            if (table.length > 0) {
                offset = replicate * n;
            } else {
                draw(replicate, drawn);
            }
            medians[replicate] = median(sorted, ascending, drawn, offset);
        }
        return medians;
    }

    private double median(double[] sorted, int[] ascending, short[] drawn, int offset) {
        int upperRank = n / 2;
        int lowerRank = (n - 1) / 2;
        int i = 0;
        int seen = drawn[offset + ascending[0]];
        while (seen <= lowerRank) {
            seen += drawn[offset + ascending[++i]];
        }
        double lower = sorted[i];
        while (seen <= upperRank) {
            seen += drawn[offset + ascending[++i]];
        }
        return (lower + sorted[i]) / 2;
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
