package dev.tarebench.reports.comparison;

import dev.tarebench.reports.results.CellKey;
import dev.tarebench.reports.results.Run;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds out why two runs cannot be compared, because "no common cells" alone helps nobody. */
final class NothingInCommon {
    private NothingInCommon() {}

    static String explain(Run base, Set<CellKey> left, Run other, Set<CellKey> right) {
        String opening = "%s and %s have no cell in common: ".formatted(base.name(), other.name());
        if (left.isEmpty() || right.isEmpty()) {
            return opening + (left.isEmpty() ? base : other).name() + " has no sample at all";
        }
        if (!disjoint(left, right, CellKey::id)) {
            if (disjoint(left, right, CellKey::size)) {
                return opening + "their sizes differ (" + list(left, CellKey::size) + " against "
                        + list(right, CellKey::size) + "); measure one again with the other's --size";
            }
            if (disjoint(left, right, CellKey::platform)) {
                return opening + "their platforms differ (" + list(left, CellKey::platform) + " against "
                        + list(right, CellKey::platform) + ")";
            }
        }
        return opening + "for example, only the first has "
                + left.stream().sorted().findFirst().orElseThrow().id() + " and only the second has "
                + right.stream().sorted().findFirst().orElseThrow().id();
    }

    private static boolean disjoint(Set<CellKey> left, Set<CellKey> right, Function<CellKey, String> part) {
        Set<String> parts = left.stream().map(part).collect(Collectors.toSet());
        return right.stream().map(part).noneMatch(parts::contains);
    }

    private static String list(Collection<CellKey> keys, Function<CellKey, String> part) {
        return keys.stream().map(part).distinct().sorted().collect(Collectors.joining(", "));
    }
}
