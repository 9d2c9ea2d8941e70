package dev.tarebench.reports.results;

import dev.tarebench.reports.journal.CellDescription;

/** What makes a cell the same cell in two runs. */
public record CellKey(String id, String size, String platform) implements Comparable<CellKey> {
    public static CellKey of(CellDescription cell) {
        return new CellKey(cell.id(), cell.size(), cell.platform());
    }

    @Override
    public int compareTo(CellKey other) {
        int byId = id.compareTo(other.id);
        int bySize = byId != 0 ? byId : size.compareTo(other.size);
        return bySize != 0 ? bySize : platform.compareTo(other.platform);
    }
}
