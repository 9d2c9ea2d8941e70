package dev.tarebench.toolchains.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a placeholder may stand: one that becomes several arguments cannot be a part of one. */
final class Placement {

    private static final Set<String> LISTS =
            Set.of("engine", "compiler", "args", "flags", "sources", "dirs", "env", "defines");

    /** The lists whose items have parts, which mean something in the list's own body only. */
    private static final Map<String, Set<String>> PARTS =
            Map.of("dirs", Set.of("host", "guest"), "env", Set.of("name", "value"), "defines", Set.of("name", "value"));

    private Placement() {}

    /** What is wrong with one argument of a template in which these placeholders are known. */
    static List<String> mistakes(String argument, Set<String> known) {
        List<Piece> pieces = Piece.parse(argument);
        List<String> mistakes = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Placeholder placeholder) {
                check(placeholder, pieces.size() == 1, known, mistakes);
            }
        }
        return mistakes;
    }

    private static void check(Piece.Placeholder placeholder, boolean alone, Set<String> known, List<String> mistakes) {
        String name = placeholder.name();
        Set<String> parts = PARTS.getOrDefault(name, Set.of());
        if (LISTS.contains(name) && !alone) {
            mistakes.add("{%s} becomes several arguments and must be an argument of its own".formatted(name));
        }
        if (parts.isEmpty() != placeholder.body().isEmpty()) {
            mistakes.add(
                    parts.isEmpty()
                            ? "{%s} is one thing and has nothing to repeat after a ':'".formatted(name)
                            : "{%s} needs what to repeat, as in {%s:…}".formatted(name, name));
        }
        if (isPart(name, known)) {
            mistakes.add("{%s} means something only inside the list that it is a part of".formatted(name));
        }
        for (Piece inner : placeholder.body()) {
            if (inner instanceof Piece.Placeholder part && !parts.contains(part.name())) {
                check(part, false, known, mistakes);
            }
        }
    }

    /** Where a list is not known, a word that would be a part of it is a placeholder like any other. */
    private static boolean isPart(String name, Set<String> known) {
        return PARTS.entrySet().stream()
                .anyMatch(
                        list -> known.contains(list.getKey()) && list.getValue().contains(name));
    }
}
