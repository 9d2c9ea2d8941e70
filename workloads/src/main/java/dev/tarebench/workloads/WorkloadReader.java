package dev.tarebench.workloads;

import dev.tarebench.toolchains.catalogue.Suggestion;
import dev.tarebench.toolchains.catalogue.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes of one {@code workload.toml} a program for each of its languages and variants. */
final class WorkloadReader {

    private static final Set<String> NEEDS =
            Set.of("args", "files", "env", "import-stubs", "rooted", "simd", "stack", "threads");

    /** What a language's runtime needs before the program begins: Go's calls itself deeper than 8 KiB of stack. */
    private static final Map<String, Set<String>> LANGUAGE_NEEDS = Map.of("go", Set.of("stack"));

    /** What its runtime needs to find files at all: Go's looks for an opened folder with a name from the root on. */
    private static final Map<String, Set<String>> LANGUAGE_NEEDS_FOR_FILES = Map.of("go", Set.of("rooted"));

    /** Its programs run where their interpreter is, which only a base can promise. */
    private static final Set<String> INTERPRETED = Set.of("python");

    private final String place;
    private final Table table;
    private final GuestFiles files;
    private final Map<String, LanguagePart> languages;
    private final Map<String, VariantPart> variants;
    private final SizeReader sizes;

    private WorkloadReader(String place, Table table, GuestFiles files) {
        this.place = place;
        this.table = table;
        this.files = files;
        this.languages = table.entries("languages", LanguagePart::read);
        this.variants = table.entries("variants", VariantPart::read);
        this.sizes = SizeReader.read(table, languages, guests());
    }

    static List<WorkloadVariant> read(String place, Table table, GuestFiles files) {
        return new WorkloadReader(place, table, files).programs();
    }

    private List<WorkloadVariant> programs() {
        String id = table.string("id");
        if (!id.equals(place)) {
            table.problem("id", "'%s' must be the name of its folder, '%s'".formatted(id, place));
        }
        if (!id.matches("[a-z][a-z0-9-]*")) {
            table.problem("id", "'%s' must be lower-case letters, digits and '-'".formatted(id));
        }
        if (languages.isEmpty()) {
            table.problem("languages", "must name at least one language");
        }
        Common common = new Common(
                id,
                table.string("suite"),
                table.string("title"),
                known("needs", table.strings("needs"), NEEDS),
                known("operations", table.optionalStrings("operations"), Reach.OPERATIONS));
        table.string("stresses");
        table.string("origin");
        List<WorkloadVariant> programs = new ArrayList<>();
        languages.forEach((language, part) -> {
            programs.add(program(common, language, part, Optional.empty()));
            variants.forEach((name, variant) -> {
                if (variant.languages().contains(language)) {
                    programs.add(program(common, language, variant.over(part), Optional.of(name)));
                }
            });
        });
        return programs;
    }

    /** What all programs of a workload share. */
    private record Common(String id, String suite, String title, Set<String> needs, Set<String> operations) {}

    private WorkloadVariant program(Common common, String language, LanguagePart part, Optional<String> name) {
        String own = place + "/" + part.source().orElse(language);
        if (name.isEmpty() && !files.has(own)) {
            table.problem("languages." + language, "there are no sources in " + own);
        }
        GuestFiles.Layout layout =
                files.of(common.id(), language, own, part.flags().bySide());
        Optional<VariantPart> variant = name.map(variants::get);
        Set<String> needs = new HashSet<>(common.needs());
        needs.addAll(LANGUAGE_NEEDS.getOrDefault(language, Set.of()));
        if (needs.contains("files")) {
            needs.addAll(LANGUAGE_NEEDS_FOR_FILES.getOrDefault(language, Set.of()));
        }
        variant.ifPresent(more -> needs.addAll(known("variants." + name.orElse(""), more.needs(), NEEDS)));
        return new WorkloadVariant(
                common.suite(),
                common.id(),
                Optional.of(language),
                name,
                variant.map(VariantPart::title).orElse(common.title()),
                layout.source(),
                sizes.runs(language, name, part),
                needs,
                layout.marked(),
                new Reach(
                        variant.flatMap(VariantPart::only), common.operations(), interpreter(language), part.method()));
    }

    private static Optional<String> interpreter(String language) {
        return Optional.of(language).filter(INTERPRETED::contains);
    }

    /** The keys by which a size can tell the answers of languages and variants apart. */
    private Set<String> guests() {
        Set<String> guests = new HashSet<>(languages.keySet());
        variants.forEach((name, variant) -> variant.languages().forEach(language -> {
            if (!languages.containsKey(language)) {
                table.problem(
                        "variants.%s.languages".formatted(name),
                        "'%s' is no language of this workload%s"
                                .formatted(language, Suggestion.didYouMean(language, languages.keySet())));
            }
            guests.add(language + "~" + name);
        }));
        return guests;
    }

    private Set<String> known(String key, List<String> words, Set<String> all) {
        for (String word : words) {
            if (!all.contains(word)) {
                table.problem(key, "'%s' is not known%s".formatted(word, Suggestion.didYouMean(word, all)));
            }
        }
        return Set.copyOf(words);
    }
}
