package dev.tarebench.workloads.inputs;

import dev.tarebench.toolchains.catalogue.Suggestion;
import dev.tarebench.toolchains.catalogue.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a table of inputs, path to input: each one's kind decides which keys are known. */
public final class InputReader {

    private static final String INPUTS = "inputs";

    private static final Map<String, Function<Table, InputSource>> KINDS = Map.of(
            "text", table -> new SeededText(table.integer("seed"), amount(table, "bytes")),
            "bytes", table -> new SeededBytes(table.integer("seed"), amount(table, "bytes")),
            "folder", table -> new SeededFolder(table.integer("seed"), amount(table, "files"), amount(table, "bytes")),
            "literal", table -> new LiteralText(table.string("text")),
            "pip-file", table -> packageFile(PackageClient.PIP, table),
            "npm-file", table -> packageFile(PackageClient.NPM, table),
            "picture",
                    table -> new Picture(
                            table.string("package"), table.string("version"), table.string("file"), sha256(table)),
            "montage", table -> new Montage(List.of(), sha256(table)));

    private InputReader() {}

    /** A montage names its parts, which are known only when the whole table was read. */
    private record Entry(InputSource source, List<String> parts) {}

    /** The inputs of a table; a montage may be made of them and of {@code others}. */
    public static Map<String, InputSource> read(Table owner, Map<String, InputSource> others) {
        Map<String, Entry> entries = owner.entries(INPUTS, InputReader::entry);
        Map<String, InputSource> known = new LinkedHashMap<>(others);
        entries.forEach((path, entry) -> known.put(path, entry.source()));
        Map<String, InputSource> inputs = new LinkedHashMap<>();
        entries.forEach((path, entry) -> {
            if (!isInside(path)) {
                owner.problem(INPUTS, "'%s' does not lie in the working directory".formatted(path));
            }
            inputs.put(
                    path,
                    entry.source() instanceof Montage montage
                            ? new Montage(parts(entry.parts(), known, owner), montage.sha256())
                            : entry.source());
        });
        return inputs;
    }

    private static Entry entry(Table table) {
        InputSource source =
                table.word("kind", KINDS).map(read -> read.apply(table)).orElseGet(() -> new LiteralText(""));
        return new Entry(source, source instanceof Montage ? table.strings("of") : List.of());
    }

    private static List<InputSource> parts(List<String> paths, Map<String, InputSource> known, Table owner) {
        List<InputSource> parts = new ArrayList<>();
        for (String path : paths) {
            if (known.get(path) instanceof Picture picture) {
                parts.add(picture);
            } else {
                owner.problem(
                        INPUTS,
                        "a montage is made of '%s', which is no picture among the inputs%s"
                                .formatted(path, Suggestion.didYouMean(path, known.keySet())));
            }
        }
        return parts;
    }

    private static InputSource packageFile(PackageClient client, Table table) {
        return new PackageFile(
                client, table.string("package"), table.string("version"), table.string("file"), sha256(table));
    }

    private static long amount(Table table, String key) {
        long amount = table.integer(key);
        if (amount < 1) {
            table.problem(key, "must be at least 1");
        }
        return amount;
    }

    private static String sha256(Table table) {
        String text = table.string("sha256");
        if (!text.matches("[0-9a-f]{64}")) {
            table.problem("sha256", "must be a SHA-256 in hexadecimal");
        }
        return text;
    }

    private static boolean isInside(String path) {
        return !path.startsWith("/") && !List.of(path.split("/", -1)).contains("..");
    }
}
