package dev.tarebench.reports.journal;

import java.util.Optional;
import java.util.regex.Pattern;

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
    private static final Pattern SPACE = Pattern.compile("\\s");

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
        if (value.isEmpty() || SPACE.matcher(value).find()) {
            throw new IllegalArgumentException(field + " must be a word without blanks, but is '" + value + "'");
        }
    }
}
