package dev.tarebench.toolchains.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** The catalogue cannot be used; carries every mistake that one pass found. */
public final class BrokenCatalogue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    BrokenCatalogue(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining(
                        "\n  ", "the catalogue has %d mistake(s):\n  ".formatted(problems.size()), "")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
