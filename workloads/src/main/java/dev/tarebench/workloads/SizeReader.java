package dev.tarebench.workloads;

import dev.tarebench.toolchains.catalogue.Suggestion;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.workloads.inputs.InputFile;
import dev.tarebench.workloads.inputs.InputReader;
import dev.tarebench.workloads.inputs.InputSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the sizes of a workload once, and tells each of its programs what they mean for it. */
final class SizeReader {

    /** The single entry of a workload that is the same at every size. */
    private static final String EVERY = "every";

    /** Stands for all programs where a size does not tell them apart. */
    private static final String ALL = "";

    private final Table workload;
    private final Set<String> guests;
    private final Map<String, InputSource> common;
    private final Map<String, InputSource> known;
    private final Map<Size, Entry> entries = new EnumMap<>(Size.class);

    private record Entry(
            List<String> arguments,
            Map<String, InputSource> inputs,
            Map<String, String> stdout,
            Map<String, Map<String, String>> outputs) {}

    private SizeReader(Table workload, Set<String> guests, Map<String, InputSource> languageInputs) {
        this.workload = workload;
        this.guests = guests;
        this.common = InputReader.read(workload, languageInputs);
        this.known = new HashMap<>(languageInputs);
        this.known.putAll(common);
    }

    /** @param guests the keys by which answers are told apart: {@code rust}, {@code rust~stored} */
    static SizeReader read(Table workload, Map<String, LanguagePart> languages, Set<String> guests) {
        Map<String, InputSource> inputs = new HashMap<>();
        languages.values().forEach(language -> inputs.putAll(language.inputs()));
        SizeReader reader = new SizeReader(workload, guests, inputs);
        reader.read();
        return reader;
    }

    private void read() {
        Map<String, Entry> read = workload.entries("sizes", this::entry);
        if (read.isEmpty()) {
            workload.problem("sizes", "must name at least one size");
        }
        if (read.containsKey(EVERY) && read.size() > 1) {
            workload.problem("sizes", "'%s' leaves no room for another size".formatted(EVERY));
        }
        read.forEach((word, entry) -> {
            if (word.equals(EVERY)) {
                Size.words().values().forEach(size -> entries.put(size, entry));
            } else if (Size.words().containsKey(word)) {
                entries.put(Size.valueOf(word.toUpperCase(Locale.ROOT)), entry);
            } else {
                Set<String> known = new TreeSet<>(Size.words().keySet());
                known.add(EVERY);
                workload.problem("sizes", "'%s' is no size%s".formatted(word, Suggestion.didYouMean(word, known)));
            }
        });
    }

    private Entry entry(Table table) {
        return new Entry(table.strings("arguments"), InputReader.read(table, known), stdout(table), outputs(table));
    }

    private Map<String, String> stdout(Table table) {
        if (!table.isTable("stdout")) {
            return Map.of(ALL, checked(table, "stdout", table.string("stdout")));
        }
        Map<String, String> answers = table.texts("stdout");
        answers.forEach((guest, sha256) -> checked(table, "stdout." + guest, sha256));
        checkGuests(table, "stdout", answers.keySet());
        return answers;
    }

    /** One table of files for all programs, or a table of such tables for each. */
    private Map<String, Map<String, String>> outputs(Table table) {
        Optional<Table> given = table.optionalTable("outputs");
        if (given.isEmpty()) {
            return Map.of(ALL, Map.of());
        }
        Table outputs = given.get();
        Map<String, Map<String, String>> files = new HashMap<>();
        if (outputs.names().stream().anyMatch(outputs::isTable)) {
            outputs.names().forEach(guest -> files.put(guest, outputs.texts(guest)));
            checkGuests(table, "outputs", files.keySet());
        } else {
            files.put(ALL, table.texts("outputs"));
        }
        files.forEach((guest, own) ->
                own.forEach((path, sha256) -> checked(table, "outputs.%s.%s".formatted(guest, path), sha256)));
        return files;
    }

    private static String checked(Table table, String key, String sha256) {
        if (!SizedRun.isSha256(sha256)) {
            table.problem(key, "'%s' is not a SHA-256 in hexadecimal".formatted(sha256));
        }
        return sha256;
    }

    private void checkGuests(Table table, String key, Set<String> named) {
        for (String guest : named) {
            if (!guests.contains(guest)) {
                table.problem(
                        key,
                        "'%s' is no language and no variant of this workload%s"
                                .formatted(guest, Suggestion.didYouMean(guest, guests)));
            }
        }
    }

    /** What each size means for one program. */
    Map<Size, SizedRun> runs(String language, Optional<String> variant, LanguagePart part) {
        Map<Size, SizedRun> runs = new EnumMap<>(Size.class);
        entries.forEach((size, entry) -> {
            Optional<String> stdout = of(entry.stdout(), language, variant);
            if (stdout.isEmpty()) {
                workload.problem(
                        "sizes.%s.stdout".formatted(size.word()), "has no answer for '%s'".formatted(language));
            }
            stdout.filter(SizedRun::isSha256)
                    .ifPresent(sha256 -> runs.put(size, run(entry, language, variant, part, sha256)));
        });
        return runs;
    }

    private SizedRun run(Entry entry, String language, Optional<String> variant, LanguagePart part, String stdout) {
        List<String> arguments = new ArrayList<>(part.arguments());
        arguments.addAll(entry.arguments());
        Map<String, InputSource> inputs = new LinkedHashMap<>(common);
        inputs.putAll(entry.inputs());
        inputs.putAll(part.inputs());
        Map<String, String> outputs =
                new HashMap<>(of(entry.outputs(), language, variant).orElse(Map.of()));
        outputs.values().removeIf(sha256 -> !SizedRun.isSha256(sha256));
        return new SizedRun(
                Map.of(),
                arguments,
                inputs.entrySet().stream()
                        .map(input -> new InputFile(input.getKey(), input.getValue()))
                        .toList(),
                stdout,
                outputs);
    }

    private static <T> Optional<T> of(Map<String, T> answers, String language, Optional<String> variant) {
        return variant.flatMap(name -> Optional.ofNullable(answers.get(language + "~" + name)))
                .or(() -> Optional.ofNullable(answers.get(language)))
                .or(() -> Optional.ofNullable(answers.get(ALL)));
    }
}
