package dev.tarebench.toolchains.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One TOML table read strictly: what is asked for is what is known, and whatever else stands in it is a mistake.
 *
 * <p>A mistake never stops the reading; it is noted and a harmless value goes on, so that one pass finds all.
 */
public final class Table {

    private final String file;
    private final String path;
    private final ObjectNode node;
    private final Problems problems;
    private final Set<String> asked = new TreeSet<>();

    Table(String file, String path, ObjectNode node, Problems problems) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.problems = problems;
    }

    public String file() {
        return file;
    }

    public boolean has(String key) {
        return node.has(key);
    }

    /** Whether a key that may hold a text or a table holds a table. */
    public boolean isTable(String key) {
        return node.get(key) instanceof ObjectNode;
    }

    /** Notes a mistake about one of this table's keys. */
    public void problem(String key, String message) {
        problems.add(file, path.isEmpty() || key.isEmpty() ? path + key : path + "." + key, message);
    }

    public Problems problems() {
        return problems;
    }

    private Optional<JsonNode> ask(String key) {
        asked.add(key);
        return Optional.ofNullable(node.get(key));
    }

    private JsonNode require(String key) {
        return ask(key).orElseGet(() -> {
            problem(key, "is missing");
            return node.missingNode();
        });
    }

    public String string(String key) {
        return text(key, require(key));
    }

    public Optional<String> optionalString(String key) {
        return ask(key).map(value -> text(key, value));
    }

    private String text(String key, JsonNode value) {
        if (!value.isTextual() && !value.isMissingNode()) {
            problem(key, "must be a text");
        }
        return value.isTextual() ? value.textValue() : "";
    }

    public long integer(String key) {
        Optional<Long> value = optionalInteger(key);
        if (value.isEmpty()) {
            problem(key, "is missing");
        }
        return value.orElse(0L);
    }

    public Optional<Long> optionalInteger(String key) {
        return ask(key).map(value -> {
            if (!value.isIntegralNumber()) {
                problem(key, "must be a whole number");
            }
            return value.longValue();
        });
    }

    public Optional<Double> optionalNumber(String key) {
        return ask(key).map(value -> {
            if (!value.isNumber()) {
                problem(key, "must be a number");
            }
            return value.doubleValue();
        });
    }

    public boolean flag(String key) {
        return ask(key).map(value -> {
                    if (!value.isBoolean()) {
                        problem(key, "must be true or false");
                    }
                    return value.booleanValue();
                })
                .orElse(false);
    }

    public List<String> strings(String key) {
        return texts(key, require(key));
    }

    public List<String> optionalStrings(String key) {
        return ask(key).map(value -> texts(key, value)).orElse(List.of());
    }

    /** A list of texts, or a list of such lists. */
    public List<List<String>> optionalCommands(String key) {
        Optional<JsonNode> value = ask(key);
        if (value.isEmpty()) {
            return List.of();
        }
        List<List<String>> commands = new ArrayList<>();
        if (value.get().path(0).isArray()) {
            value.get().forEach(command -> commands.add(texts(key, command)));
        } else {
            commands.add(texts(key, value.get()));
        }
        return List.copyOf(commands);
    }

    /** A table of lists of texts by name, or one such list, which then goes by the given name. */
    public Map<String, List<String>> groups(String key, String onlyName) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        if (require(key) instanceof ObjectNode) {
            optionalTable(key).ifPresent(table -> table.names().forEach(name -> groups.put(name, table.strings(name))));
        } else {
            groups.put(onlyName, optionalStrings(key));
        }
        return groups;
    }

    private List<String> texts(String key, JsonNode value) {
        List<String> found = new ArrayList<>();
        boolean right = value.isArray() || value.isMissingNode();
        for (JsonNode item : value) {
            right &= item.isTextual();
            found.add(item.asText());
        }
        if (!right) {
            problem(key, "must be a list of texts");
        }
        return List.copyOf(found);
    }

    /** One word out of a closed set, such as a tier. */
    public <T> Optional<T> word(String key, Map<String, T> known) {
        String word = string(key);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> found = Optional.ofNullable(known.get(word));
        if (found.isEmpty()) {
            problem(key, "'%s' is not known%s".formatted(word, Suggestion.didYouMean(word, known.keySet())));
        }
        return found;
    }

    public Optional<Pattern> pattern(String key) {
        String text = string(key);
        try {
            return Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            problem(key, "is not a regular expression: " + e.getDescription());
            return Optional.empty();
        }
    }

    public Optional<Table> optionalTable(String key) {
        return ask(key).flatMap(value -> table(key, value));
    }

    public Table table(String key) {
        return table(key, require(key)).orElseGet(() -> new Table(file, child(key), node.objectNode(), new Problems()));
    }

    private Optional<Table> table(String key, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return Optional.of(new Table(file, child(key), object, problems));
        }
        if (!value.isMissingNode()) {
            problem(key, "must be a table");
        }
        return Optional.empty();
    }

    /** Every entry of a table whose keys are names, each read by {@code reader}; in the file's order. */
    public <T> Map<String, T> entries(String key, Function<Table, T> reader) {
        Map<String, T> found = new LinkedHashMap<>();
        optionalTable(key).ifPresent(table -> {
            table.names()
                    .forEach(name -> table.optionalTable(name).ifPresent(entry -> {
                        found.put(name, reader.apply(entry));
                        entry.finish();
                    }));
        });
        return found;
    }

    /** The texts of a table whose keys are names, in the file's order. */
    public Map<String, String> texts(String key) {
        Map<String, String> found = new LinkedHashMap<>();
        optionalTable(key).ifPresent(table -> table.names().forEach(name -> found.put(name, table.string(name))));
        return found;
    }

    /** Every table of a list of tables, each read by {@code reader}. */
    public <T> List<T> list(String key, Function<Table, T> reader) {
        List<T> found = new ArrayList<>();
        ask(key).ifPresent(value -> {
            if (!value.isArray()) {
                problem(key, "must be a list of tables");
            }
            int index = 0;
            for (JsonNode item : value) {
                table("%s[%d]".formatted(key, index++), item).ifPresent(entry -> {
                    found.add(reader.apply(entry));
                    entry.finish();
                });
            }
        });
        return List.copyOf(found);
    }

    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return List.copyOf(names);
    }

    /** Notes every key that nobody asked for. */
    public void finish() {
        for (String name : names()) {
            if (!asked.contains(name)) {
                Set<String> free = new TreeSet<>(asked);
                free.removeIf(node::has);
                problem(name, "is not a key that is known here%s".formatted(Suggestion.didYouMean(name, free)));
            }
        }
    }

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
