package dev.tarebench.reports.journal;

/**
 * Tells how far a journal is whole, so that resuming can cut what a dying writer left.
 *
 * @param lines whole lines
 * @param wholeBytes length of the file up to the end of its last whole line
 * @param brokenBytes length of the half line after that; 0 when the journal ends properly
 */
public record JournalEnd(long lines, long wholeBytes, long brokenBytes) {
    public boolean hasHalfLine() {
        return brokenBytes > 0;
    }
}
