package dev.tarebench.reports.results;

import dev.tarebench.reports.journal.CellDescription;
import java.util.Comparator;

/**
 * What cells of one family have in common: the same program doing the same work, only the target differs.
 *
 * @param program the id up to the target
 */
public record FamilyKey(String suite, String operation, String program, String size, String platform)
        implements Comparable<FamilyKey> {
    private static final Comparator<FamilyKey> ORDER = Comparator.comparing(FamilyKey::suite)
            .thenComparing(FamilyKey::operation)
            .thenComparing(FamilyKey::program)
            .thenComparing(FamilyKey::size)
            .thenComparing(FamilyKey::platform);

    public static FamilyKey of(CellDescription cell) {
        int at = cell.id().lastIndexOf('@');
        String program = at < 0 ? cell.id() : cell.id().substring(0, at);
        return new FamilyKey(cell.suite(), cell.operation(), program, cell.size(), cell.platform());
    }

    @Override
    public int compareTo(FamilyKey other) {
        return ORDER.compare(this, other);
    }
}
