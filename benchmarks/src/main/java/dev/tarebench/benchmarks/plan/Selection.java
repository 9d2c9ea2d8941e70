package dev.tarebench.benchmarks.plan;

import dev.tarebench.toolchains.catalogue.Suggestion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Chooses cells by a regular expression over their ids.
 *
 * <p>It is searched for anywhere; where it holds an {@code @} it must match to the id's end, so that {@code @native} does
 * not also mean {@code @native-v3}. Variants, operations other than running and emulated architectures must be named to be
 * chosen.
 */
public record Selection(String regex, Pattern pattern) {

    /**
     * Reads what the user asked for.
     *
     * @param text an expression, or the name of one behind an {@code @}
     */
    public static Selection of(String text) {
        String regex = NamedSelections.expanded(text);
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new Unusable("the expression '%s' does not compile: %s near position %d"
                    .formatted(regex, e.getDescription(), Math.max(0, e.getIndex())));
        }
        return new Selection(regex, Pattern.compile(regex.contains("@") ? "(?:" + regex + ")\\z" : regex));
    }

    /** The chosen cells; choosing none is a mistake, and the nearest ids are offered. */
    public List<Cell> from(List<Cell> cells) {
        List<Cell> chosen = cells.stream().filter(this::chooses).toList();
        if (chosen.isEmpty()) {
            throw new Unusable("the expression '%s' matches no cell%s".formatted(regex, nearest(cells)));
        }
        return chosen;
    }

    private boolean chooses(Cell cell) {
        boolean here = elsewhere(cell).map(regex::contains).orElse(true);
        return cell.namedIn(regex) && here && pattern.matcher(cell.id()).find();
    }

    /** The architecture of a program that this machine's processor does not execute itself. */
    private static Optional<String> elsewhere(Cell cell) {
        if (cell.target() instanceof Target.Emulated emulated) {
            return Optional.of(emulated.architecture().architecture());
        }
        return cell.target() instanceof Target.Container container
                        && container.foreignImage()
                        && cell.operation() == Operation.RUN
                ? Optional.of(container.architecture().architecture())
                : Optional.empty();
    }

    private String nearest(List<Cell> cells) {
        List<String> ids = cells.stream().map(Cell::id).toList();
        List<String> near = Suggestion.nearest(regex, ids, 3);
        List<String> offered = near.isEmpty()
                ? ids.stream()
                        .sorted(Comparator.comparingInt((String id) -> -shared(id, regex)))
                        .limit(3)
                        .toList()
                : near;
        return "; the nearest are " + String.join(", ", offered);
    }

    /** How many of the expression's words an id has: expressions are too unlike ids for an edit distance alone. */
    private static int shared(String id, String regex) {
        int count = 0;
        for (String word : regex.split("[^A-Za-z0-9]+", -1)) {
            for (int length = word.length(); length >= 3; length--) {
                if (id.contains(word.substring(0, length))) {
                    count += length;
                    break;
                }
            }
        }
        return count;
    }
}
