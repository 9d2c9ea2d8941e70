package dev.tarebench.reports.comparison;

import dev.tarebench.reports.results.FamilyKey;
import dev.tarebench.reports.statistics.GeometricMean;
import java.util.Comparator;

/** Adds up one target's ratios over the programs of a suite. */
final class SuiteMeans {
    private final GeometricMean mean = new GeometricMean();

    void add(Contrast contrast) {
        mean.add(contrast.estimate().ratio(), contrast.bootstrap());
    }

    SuiteMean result(Key key) {
        return new SuiteMean(
                key.suite,
                key.operation,
                key.size,
                key.platform,
                key.target,
                mean.value(),
                mean.interval(),
                mean.count());
    }

    record Key(String suite, String operation, String size, String platform, String target) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::suite)
                .thenComparing(Key::operation)
                .thenComparing(Key::size)
                .thenComparing(Key::platform)
                .thenComparing(Key::target);

        static Key of(FamilyKey family, String target) {
            return new Key(family.suite(), family.operation(), family.size(), family.platform(), target);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
