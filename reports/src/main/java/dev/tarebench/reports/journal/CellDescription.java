package dev.tarebench.reports.journal;

import java.util.Optional;

/**
 * Says what one cell is in words that need no catalogue, so that results of another machine or version can be read.
 * A cell's key in a run is its id with its size and platform.
 */
public record CellDescription(
        String id,
        String operation,
        String suite,
        String workload,
        Optional<String> language,
        Optional<String> variant,
        String target,
        String size,
        String platform,
        Optional<String> tier) {
    /** Stands for a size or platform that a result of another project does not name. */
    public static final String UNSPECIFIED = "unspecified";

    public CellDescription {
        requireWord("id", id);
        requireWord("operation", operation);
        requireWord("suite", suite);
        requireWord("workload", workload);
        language.ifPresent(word -> requireWord("language", word));
        variant.ifPresent(word -> requireWord("variant", word));
        requireWord("target", target);
        requireWord("size", size);
        requireWord("platform", platform);
        tier.ifPresent(word -> requireWord("tier", word));
    }

    private static void requireWord(String field, String value) {
        if (value.isEmpty() || hasBlank(value)) {
            throw new IllegalArgumentException(field + " must be a word without blanks, but is '" + value + "'");
        }
    }

    /** A loop, since a run has 100,000 words and a matcher for each took longer than reading them. */
    private static boolean hasBlank(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                return true;
            }
        }
        return false;
    }
}
