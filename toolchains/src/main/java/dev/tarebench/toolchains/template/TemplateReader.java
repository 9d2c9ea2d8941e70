package dev.tarebench.toolchains.template;

import dev.tarebench.toolchains.catalogue.Suggestion;
import dev.tarebench.toolchains.catalogue.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads argument lists out of catalogue files and rejects placeholders that nothing will ever stand for. */
public final class TemplateReader {

    private TemplateReader() {}

    public static ArgumentTemplate required(Table table, String key, Set<String> known) {
        return checked(table, key, table.strings(key), known);
    }

    public static Optional<ArgumentTemplate> optional(Table table, String key, Set<String> known) {
        return table.has(key) ? Optional.of(required(table, key, known)) : Optional.empty();
    }

    /** One command, or several that are run one after the other; none when the key is not there. */
    public static List<ArgumentTemplate> steps(Table table, String key, Set<String> known) {
        return table.optionalCommands(key).stream()
                .map(arguments -> checked(table, key, arguments, known))
                .toList();
    }

    /** A single argument, such as a path; none when the key is not there. */
    public static Optional<ArgumentTemplate> text(Table table, String key, Set<String> known) {
        return table.optionalString(key).map(argument -> checked(table, key, List.of(argument), known));
    }

    /** A table of names and single arguments, such as an environment. */
    public static Map<String, String> texts(Table table, String key, Set<String> known) {
        Map<String, String> texts = table.texts(key);
        texts.forEach((name, value) -> checked(table, key + "." + name, List.of(value), known));
        return texts;
    }

    private static ArgumentTemplate checked(Table table, String key, List<String> arguments, Set<String> known) {
        try {
            ArgumentTemplate template = new ArgumentTemplate(arguments);
            for (String name : template.placeholders()) {
                if (!known.contains(name)) {
                    table.problem(
                            key,
                            "the placeholder {%s} is not known here%s"
                                    .formatted(name, Suggestion.didYouMean(name, known)));
                }
            }
            arguments.stream()
                    .flatMap(argument -> Placement.mistakes(argument, known).stream())
                    .forEach(mistake -> table.problem(key, mistake));
            return template;
        } catch (IllegalArgumentException e) {
            table.problem(key, e.getMessage() == null ? "is not a template" : e.getMessage());
            return new ArgumentTemplate(List.of());
        }
    }
}
