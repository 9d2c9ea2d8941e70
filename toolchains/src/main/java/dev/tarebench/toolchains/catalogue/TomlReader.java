package dev.tarebench.toolchains.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns catalogue files into things: TOML text to a strict table, the table to a record, one file one thing. */
public final class TomlReader {

    private static final ObjectMapper TOML = new TomlMapper();

    private TomlReader() {}

    /** Parses one file; a syntax error is a problem like any other. */
    public static Optional<Table> parse(CatalogueFile file, Problems problems) {
        try {
            if (TOML.readTree(file.text()) instanceof ObjectNode object) {
                return Optional.of(new Table(file.path(), "", object, problems));
            }
            problems.add(file.path(), "", "is empty");
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (line %d)".formatted(e.getLocation().getLineNr());
            problems.add(file.path(), "", "is not TOML%s: %s".formatted(where, e.getOriginalMessage()));
        }
        return Optional.empty();
    }

    /** Reads every file with {@code reader} into a map by id; a file is named as its id, and no id comes twice. */
    public static <T> Map<String, T> readAll(
            List<CatalogueFile> files, Problems problems, Function<Table, T> reader, Function<T, String> id) {
        Map<String, T> things = new LinkedHashMap<>();
        Map<String, String> origins = new LinkedHashMap<>();
        for (CatalogueFile file : files) {
            parse(file, problems).ifPresent(table -> {
                T thing = reader.apply(table);
                table.finish();
                String name = id.apply(thing);
                String earlier = origins.putIfAbsent(name, file.path());
                if (earlier != null) {
                    problems.add(file.path(), "id", "'%s' is already the id of %s".formatted(name, earlier));
                } else {
                    things.put(name, thing);
                }
            });
        }
        return things;
    }
}
