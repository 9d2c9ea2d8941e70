package dev.tarebench.workloads;

import dev.tarebench.toolchains.catalogue.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A second program of a workload, or the same with other arguments.
 *
 * @param only the one side on which it differs from the first
 * @param over lays it over what its language has
 */
record VariantPart(
        String title,
        List<String> languages,
        Optional<String> only,
        List<String> needs,
        UnaryOperator<LanguagePart> over) {

    private static final Map<String, String> SIDES =
            Map.of(GuestSource.NATIVE, GuestSource.NATIVE, GuestSource.WASM, GuestSource.WASM);

    static VariantPart read(Table table) {
        return new VariantPart(
                table.string("title"),
                table.strings("languages"),
                table.has("only") ? table.word("only", SIDES) : Optional.empty(),
                table.optionalStrings("needs"),
                overlay(table));
    }

    LanguagePart over(LanguagePart language) {
        return over.apply(language);
    }

    /** Each list that the variant has replaces the language's list of that name. */
    private static UnaryOperator<LanguagePart> overlay(Table table) {
        GuestFlags.Overlay flags = GuestFlags.Overlay.read(table);
        Optional<List<String>> arguments = GuestFlags.given(table, "arguments");
        return language -> new LanguagePart(
                language.source(),
                language.method(),
                flags.over(language.flags()),
                arguments.orElse(language.arguments()),
                language.inputs());
    }
}
