package dev.tarebench.reports.journal;

/**
 * A cell that was selected but cannot run here: it is listed, never dropped.
 *
 * @param remedy what to do about it; empty when nothing can be done
 */
public record UnavailableCell(String id, String reason, String remedy) {
    public UnavailableCell {
        if (id.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("an unavailable cell needs its id and a reason");
        }
    }
}
