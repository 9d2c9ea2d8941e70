package dev.tarebench.benchmarks.measure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was said last on standard error: of a client or an engine that failed, the reason. */
final class LastWords {

    private static final int LONGEST = 300;
    private static final String OPENING = "[{(";
    private static final String CLOSING = "]})";

    private LastWords() {}

    /**
     * The last line that is neither a mark nor advice, with those before it that belong to it: Wasmtime writes the bytes
     * that it found a line each, between brackets.
     *
     * @param advice lines that a client puts below each of its errors, whatever the reason
     */
    static Optional<String> in(String standardError, Optional<Pattern> advice) {
        List<String> lines = standardError
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !Marks.isMark(line))
                .filter(line -> advice.filter(pattern -> pattern.matcher(line).matches())
                        .isEmpty())
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String words = String.join(" ", lines.subList(begin(lines), lines.size()));
        return Optional.of(words.substring(0, Math.min(words.length(), LONGEST)));
    }

    private static int begin(List<String> lines) {
        int last = lines.size() - 1;
        if (!closes(lines.get(last))) {
            return last;
        }
        for (int line = last - 1; line >= 0; line--) {
            if (opens(lines.get(line)) && !closes(lines.get(line))) {
                return line;
            }
        }
        return last;
    }

    private static boolean opens(String line) {
        return OPENING.indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    private static boolean closes(String line) {
        return CLOSING.indexOf(line.charAt(0)) >= 0;
    }
}
