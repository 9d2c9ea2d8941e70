package dev.tarebench.reports.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parses the text of one line, token by token: a run of 100,000 samples should load in a blink. */
final class LineParser {
    private final Map<List<String>, CellDescription> known = new HashMap<>();

    private static final List<String> CELL_FIELDS = List.of(
            "cell", "operation", "suite", "workload", "language", "variant", "target", "size", "platform", "tier");

    JournalLine parse(byte[] bytes, int offset, int count) throws IOException {
        try (JsonParser json = JournalFormat.JSON.createParser(bytes, offset, count)) {
            expect(json.nextToken(), JsonToken.START_OBJECT, "an object");
            Fields fields = new Fields();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                fields.take(field, json);
            }
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("something follows the object");
            }
            return fields.line(known);
        }
    }

    private static void expect(@Nullable JsonToken actual, JsonToken expected, String name) {
        if (actual != expected) {
            throw new IllegalArgumentException("expected " + name + ", found " + actual);
        }
    }

    /** Collects the fields of one line in whatever order they come. */
    private static final class Fields {
        private final Map<String, String> words = new HashMap<>();
        private SortedMap<String, Long> metrics = new TreeMap<>();
        private final SortedMap<String, List<Long>> series = new TreeMap<>();
        private final List<String> notes = new ArrayList<>();
        private int round = -1;
        private int order = -1;

        void take(String field, JsonParser json) throws IOException {
            switch (field) {
                case "round" -> round = json.getIntValue();
                case "order" -> order = json.getIntValue();
                case "metrics" -> metrics = takeMetrics(json);
                case "series" -> takeSeries(json);
                case "notes" -> takeNotes(json);
                case "cell",
                        "operation",
                        "suite",
                        "workload",
                        "language",
                        "variant",
                        "target",
                        "size",
                        "platform",
                        "tier",
                        "outcome",
                        "reason",
                        "startedAt",
                        "instrument" -> once(field, words.put(field, takeText(field, json)));
                default -> throw new IllegalArgumentException("unknown field '" + field + "'");
            }
        }

        private static void once(String field, @Nullable Object before) {
            if (before != null) {
                throw new IllegalArgumentException("field '" + field + "' is there twice");
            }
        }

        JournalLine line(Map<List<String>, CellDescription> known) {
            if (round < 0 || order < 0) {
                throw new IllegalArgumentException("round or order is missing");
            }
            return new JournalLine(
                    round,
                    order,
                    cell(known),
                    word("outcome"),
                    optional("reason"),
                    InstantText.parse(word("startedAt")),
                    word("instrument"),
                    metrics,
                    series,
                    notes);
        }

        /** The description of the cell: made once, since its lines repeat it word for word. */
        private CellDescription cell(Map<List<String>, CellDescription> known) {
            List<String> parts = new ArrayList<>(CELL_FIELDS.size());
            for (String field : CELL_FIELDS) {
                parts.add(words.getOrDefault(field, ""));
            }
            return known.computeIfAbsent(
                    parts,
                    unused -> new CellDescription(
                            word("cell"),
                            word("operation"),
                            word("suite"),
                            word("workload"),
                            optional("language"),
                            optional("variant"),
                            word("target"),
                            word("size"),
                            word("platform"),
                            optional("tier")));
        }

        private String word(String field) {
            return optional(field).orElseThrow(() -> new IllegalArgumentException("field '" + field + "' is missing"));
        }

        private Optional<String> optional(String field) {
            return Optional.ofNullable(words.get(field));
        }

        private static String takeText(String field, JsonParser json) throws IOException {
            expect(json.currentToken(), JsonToken.VALUE_STRING, "text in '" + field + "'");
            return json.getText();
        }

        private static SortedMap<String, Long> takeMetrics(JsonParser json) throws IOException {
            expect(json.currentToken(), JsonToken.START_OBJECT, "an object in 'metrics'");
            SortedMap<String, Long> metrics = new TreeMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                expect(json.nextToken(), JsonToken.VALUE_NUMBER_INT, "an integer in '" + key + "'");
                once(key, metrics.put(key, json.getLongValue()));
            }
            return metrics;
        }

        private void takeSeries(JsonParser json) throws IOException {
            expect(json.currentToken(), JsonToken.START_OBJECT, "an object in 'series'");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                expect(json.nextToken(), JsonToken.START_ARRAY, "an array in '" + key + "'");
                List<Long> values = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    expect(json.currentToken(), JsonToken.VALUE_NUMBER_INT, "integers in '" + key + "'");
                    values.add(json.getLongValue());
                }
                series.put(key, values);
            }
        }

        private void takeNotes(JsonParser json) throws IOException {
            expect(json.currentToken(), JsonToken.START_ARRAY, "an array in 'notes'");
            while (json.nextToken() != JsonToken.END_ARRAY) {
                notes.add(takeText("notes", json));
            }
        }
    }
}
