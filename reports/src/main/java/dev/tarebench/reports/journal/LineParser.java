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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Parses the text of one line, token by token: a run of 100,000 samples should load in a blink. */
final class LineParser {
    /** The fields that are text; those of the cell come first. */
    private static final List<String> WORDS = List.of(
            "cell",
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
            "instrument");

    private static final int CELL_WORDS = WORDS.indexOf("outcome");
    private static final Map<String, Integer> PLACE_OF_WORD =
            IntStream.range(0, WORDS.size()).boxed().collect(Collectors.toUnmodifiableMap(WORDS::get, place -> place));

    private final Map<String, KnownCell> known = new HashMap<>();

    /** A cell and the words it was made from: its lines repeat them, and need no second description. */
    private record KnownCell(CellDescription cell, List<Optional<String>> words) {}

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
        private final @Nullable String[] words = new @Nullable String[WORDS.size()];
        private final SortedMap<String, Long> metrics = new TreeMap<>();
        private final SortedMap<String, List<Long>> series = new TreeMap<>();
        private final List<String> notes = new ArrayList<>();
        private int round = -1;
        private int order = -1;

        void take(String field, JsonParser json) throws IOException {
            switch (field) {
                case "round" -> round = json.getIntValue();
                case "order" -> order = json.getIntValue();
                case "metrics" -> takeMetrics(json);
                case "series" -> takeSeries(json);
                case "notes" -> takeNotes(json);
                default -> takeWord(field, json);
            }
        }

        private void takeWord(String field, JsonParser json) throws IOException {
            Integer place = PLACE_OF_WORD.get(field);
            if (place == null) {
                throw new IllegalArgumentException("unknown field '" + field + "'");
            }
            requireFirst(field, words[place]);
            words[place] = text(field, json);
        }

        JournalLine line(Map<String, KnownCell> known) {
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

        private CellDescription cell(Map<String, KnownCell> known) {
            KnownCell same = known.get(word("cell"));
            if (same != null && hasWordsOf(same)) {
                return same.cell;
            }
            CellDescription cell = new CellDescription(
                    word("cell"),
                    word("operation"),
                    word("suite"),
                    word("workload"),
                    optional("language"),
                    optional("variant"),
                    word("target"),
                    word("size"),
                    word("platform"),
                    optional("tier"));
            known.put(
                    cell.id(),
                    new KnownCell(
                            cell,
                            WORDS.subList(0, CELL_WORDS).stream()
                                    .map(this::optional)
                                    .toList()));
            return cell;
        }

        private boolean hasWordsOf(KnownCell cell) {
            for (int i = 0; i < CELL_WORDS; i++) {
                String word = words[i];
                Optional<String> other = cell.words.get(i);
                if (word == null ? other.isPresent() : other.isEmpty() || !word.equals(other.get())) {
                    return false;
                }
            }
            return true;
        }

        private String word(String field) {
            return optional(field).orElseThrow(() -> new IllegalArgumentException("field '" + field + "' is missing"));
        }

        private Optional<String> optional(String field) {
            return Optional.ofNullable(words[PLACE_OF_WORD.getOrDefault(field, -1)]);
        }

        private static void requireFirst(String field, @Nullable Object before) {
            if (before != null) {
                throw new IllegalArgumentException("field '" + field + "' is there twice");
            }
        }

        private static String text(String field, JsonParser json) throws IOException {
            expect(json.currentToken(), JsonToken.VALUE_STRING, "text in '" + field + "'");
            return json.getText();
        }

        private void takeMetrics(JsonParser json) throws IOException {
            expect(json.currentToken(), JsonToken.START_OBJECT, "an object in 'metrics'");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                expect(json.nextToken(), JsonToken.VALUE_NUMBER_INT, "an integer in '" + key + "'");
                requireFirst(key, metrics.put(key, json.getLongValue()));
            }
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
                requireFirst(key, series.put(key, values));
            }
        }

        private void takeNotes(JsonParser json) throws IOException {
            expect(json.currentToken(), JsonToken.START_ARRAY, "an array in 'notes'");
            while (json.nextToken() != JsonToken.END_ARRAY) {
                notes.add(text("notes", json));
            }
        }
    }
}
