package dev.tarebench.benchmarks.plan;

import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.catalogue.TomlReader;
import java.util.Map;

/** Comparisons that are made as a whole, such as a paper's: {@code @name} stands for the expression in their file. */
final class NamedSelections {

    private static final String MARK = "@";

    private NamedSelections() {}

    private record Named(String id, String regex) {}

    /** The expression that a name stands for; what is no name is an expression already. */
    static String expanded(String text) {
        Problems problems = new Problems();
        Map<String, Named> known = TomlReader.readAll(
                ResourceFolder.beside(NamedSelections.class, "tare/selections").tomlFiles(),
                problems,
                NamedSelections::read,
                Named::id);
        problems.throwIfAny();
        return known.values().stream()
                .filter(named -> text.equals(MARK + named.id()))
                .map(Named::regex)
                .findFirst()
                .orElse(text);
    }

    private static Named read(Table table) {
        table.string("title");
        return new Named(table.string("id"), table.string("regex"));
    }
}
