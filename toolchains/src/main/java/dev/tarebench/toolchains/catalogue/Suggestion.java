package dev.tarebench.toolchains.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds what a mistyped word was probably meant to be. */
public final class Suggestion {

    private Suggestion() {}

    /** The text to append to an error: {@code "; did you mean 'x'?"}, or what there is when nothing is near. */
    public static String didYouMean(String word, Collection<String> known) {
        List<String> near = nearest(word, known, 1);
        if (!near.isEmpty()) {
            return "; did you mean '%s'?".formatted(near.get(0));
        }
        if (known.isEmpty() || known.size() > 24) {
            return "";
        }
        return known.stream().sorted().collect(Collectors.joining(", ", "; known: ", ""));
    }

    /** The known words that are near enough to be meant, the nearest first. */
    public static List<String> nearest(String word, Collection<String> known, int most) {
        int tolerance = Math.max(2, word.length() / 3);
        record Near(String word, int distance) {}
        return known.stream()
                .map(candidate -> new Near(candidate, distance(fold(word), fold(candidate))))
                .filter(near -> near.distance() <= tolerance)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
                .limit(most)
                .map(Near::word)
                .toList();
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Edit distance with transpositions counted once, since swapped letters are the commonest slip. */
    static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = cell(cost, left, right, i, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cell(int[][] cost, String left, String right, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
