package dev.tarebench.toolchains.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An argument list in which placeholders stand for what is known only at the launch.
 *
 * <p>One template argument becomes one argument, with two exceptions that are lists by nature: {@code {args}} alone
 * becomes as many arguments as there are, and {@code {dirs:--dir={host}::{guest}}} is repeated for each directory.
 * A value is never split and never joined, whatever it contains.
 */
public record ArgumentTemplate(List<String> arguments) {

    public ArgumentTemplate {
        arguments = List.copyOf(arguments);
    }

    /** The names of all placeholders, inner ones included. */
    public Set<String> placeholders() {
        Set<String> names = new LinkedHashSet<>();
        arguments.forEach(argument -> collect(Piece.parse(argument), names));
        return names;
    }

    private static void collect(List<Piece> pieces, Set<String> names) {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Placeholder placeholder) {
                names.add(placeholder.name());
                collect(placeholder.body(), names);
            }
        }
    }

    public List<String> render(Bindings bindings) {
        List<String> rendered = new ArrayList<>();
        for (String argument : arguments) {
            List<Piece> pieces = Piece.parse(argument);
            if (pieces.size() == 1 && pieces.get(0) instanceof Piece.Placeholder only && bindings.isList(only.name())) {
                rendered.addAll(renderList(only, bindings));
            } else {
                rendered.add(renderOne(pieces, bindings));
            }
        }
        return List.copyOf(rendered);
    }

    private static List<String> renderList(Piece.Placeholder list, Bindings bindings) {
        return bindings.list(list.name()).stream()
                .map(item -> list.body().isEmpty()
                        ? item.getOrDefault(Bindings.ITEM, "")
                        : renderOne(list.body(), bindings.with(item)))
                .toList();
    }

    private static String renderOne(List<Piece> pieces, Bindings bindings) {
        return pieces.stream()
                .map(piece -> piece instanceof Piece.Placeholder placeholder
                        ? bindings.value(placeholder.name())
                        : piece.text())
                .collect(Collectors.joining());
    }

    /** What the placeholders stand for in one launch. */
    public record Bindings(Map<String, String> values, Map<String, List<Map<String, String>>> lists) {

        static final String ITEM = "item";

        public Bindings {
            values = Map.copyOf(values);
            lists = Map.copyOf(lists);
        }

        /** A list of plain texts, as {@code {args}} is. */
        public static List<Map<String, String>> plain(List<String> items) {
            return items.stream().map(item -> Map.of(ITEM, item)).toList();
        }

        boolean isList(String name) {
            return lists.containsKey(name);
        }

        List<Map<String, String>> list(String name) {
            return lists.getOrDefault(name, List.of());
        }

        String value(String name) {
            String value = values.get(name);
            if (value == null) {
                throw new IllegalStateException("nothing stands for the placeholder {%s} here".formatted(name));
            }
            return value;
        }

        Bindings with(Map<String, String> more) {
            Map<String, String> all = new java.util.HashMap<>(values);
            all.putAll(more);
            return new Bindings(all, lists);
        }
    }
}
