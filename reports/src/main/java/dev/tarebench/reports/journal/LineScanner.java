package dev.tarebench.reports.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the lines that make up nearly all of a journal: those of completed executions, spelt as {@link JournalFormat}
 * spells them. A general parser took two thirds of the time of a comparison, most of it to be compiled itself. Whatever
 * is spelt otherwise is left to {@link LineParser}, which alone knows what is wrong with a line.
 */
final class LineScanner {
    /** No number of so many digits can overflow. */
    private static final int MOST_DIGITS = 18;

    private static final byte[] ROUND = bytes("{\"round\":");
    private static final byte[] ORDER = bytes(",\"order\":");
    private static final byte[] CELL = bytes(",\"cell\":");
    private static final byte[] OUTCOME = bytes(",\"outcome\":\"completed\",\"startedAt\":\"");
    private static final byte[] INSTRUMENT = bytes("\",\"instrument\":\"");
    private static final byte[] METRICS = bytes("\",\"metrics\":{");
    private static final byte[] QUOTE = bytes("\"");
    private static final byte[] COLON = bytes("\":");
    private static final byte[] NEXT = bytes(",\"");
    private static final byte[] CLOSING = bytes("}}");

    private final LineParser parser = new LineParser();

    /** Cells by the bytes that describe them, which are the same in all of their lines. */
    private final Map<Slice, CellDescription> cells = new HashMap<>();

    /** Keys in the order of the last line, where the next one most likely has them again. */
    private final List<Key> keys = new ArrayList<>();

    private byte[] line = {};
    private int at;
    private int end;

    JournalLine read(byte[] bytes, int offset, int count) throws IOException {
        line = bytes;
        at = offset;
        end = offset + count;
        Optional<JournalLine> usual = scan();
        return usual.isPresent() ? usual.get() : parser.parse(bytes, offset, count);
    }

    private Optional<JournalLine> scan() throws IOException {
        int start = at;
        if (!skip(ROUND)) {
            return Optional.empty();
        }
        long round = number();
        if (!skip(ORDER)) {
            return Optional.empty();
        }
        long order = number();
        if (!skip(CELL) || !isCount(round) || !isCount(order)) {
            return Optional.empty();
        }
        Slice described = new Slice(line, at, find(OUTCOME));
        at = described.end;
        if (!skip(OUTCOME)) {
            return Optional.empty();
        }
        String startedAt = word();
        if (!skip(INSTRUMENT)) {
            return Optional.empty();
        }
        String instrument = word();
        SortedMap<String, Long> metrics = new TreeMap<>();
        if (!skip(METRICS) || !scanMetrics(metrics)) {
            return Optional.empty();
        }
        return Optional.of(new JournalLine(
                (int) round,
                (int) order,
                cell(described, start),
                JournalLine.COMPLETED,
                Optional.empty(),
                InstantText.parse(startedAt),
                instrument,
                metrics,
                Collections.emptySortedMap(),
                List.of()));
    }

    private CellDescription cell(Slice described, int start) throws IOException {
        CellDescription cell = cells.get(described);
        if (cell == null) {
            cell = parser.parse(line, start, end - start).cell();
            cells.put(described.copied(), cell);
        }
        return cell;
    }

    private static boolean isCount(long number) {
        return number >= 0 && number <= Integer.MAX_VALUE;
    }

    /** The pairs up to the end of the line; false where there is anything else. */
    private boolean scanMetrics(SortedMap<String, Long> metrics) {
        for (int place = 0; place == 0 ? skip(QUOTE) : skip(NEXT); place++) {
            String key = key(place);
            if (!skip(COLON)) {
                return false;
            }
            long value = number();
            if (value < 0 || metrics.put(key, value) != null) {
                return false;
            }
        }
        return skip(CLOSING) && at == end;
    }

    private String key(int place) {
        if (place < keys.size() && startsWith(keys.get(place).spelling)) {
            Key known = keys.get(place);
            at += known.text.length();
            return known.text;
        }
        Key key = new Key(word());
        if (place < keys.size()) {
            keys.set(place, key);
        } else if (place == keys.size()) {
            keys.add(key);
        }
        return key.text;
    }

    /** Up to the next quotation mark; an escape in it makes the line an unusual one, since no mark then follows. */
    private String word() {
        int start = at;
        while (at < end && line[at] != '"' && line[at] != '\\' && line[at] > 0x1f) {
            at++;
        }
        return new String(line, start, at - start, StandardCharsets.US_ASCII);
    }

    /** A whole number without sign, or -1. */
    private long number() {
        int start = at;
        long number = 0;
        while (at < end && line[at] >= '0' && line[at] <= '9') {
            number = number * 10 + line[at++] - '0';
        }
        boolean leadingZero = at - start > 1 && line[start] == '0';
        return at == start || at - start > MOST_DIGITS || leadingZero ? -1 : number;
    }

    private boolean skip(byte[] text) {
        if (!startsWith(text)) {
            return false;
        }
        at += text.length;
        return true;
    }

    private boolean startsWith(byte[] text) {
        return end - at >= text.length && Arrays.equals(line, at, at + text.length, text, 0, text.length);
    }

    /** Where the text begins, or the end of the line; inside of a JSON string its quotation marks would be escaped. */
    private int find(byte[] text) {
        for (int i = at; i + text.length <= end; i++) {
            if (line[i] == ',' && line[i + 2] == 'o' && Arrays.equals(line, i, i + text.length, text, 0, text.length)) {
                return i;
            }
        }
        return end;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The name of a metric as text and as it is spelt, up to its closing quotation mark. */
    private static final class Key {
        private final String text;
        private final byte[] spelling;

        Key(String text) {
            this.text = text;
            this.spelling = bytes(text + '"');
        }
    }

    /** A part of a line, equal to another when their bytes are. */
    private static final class Slice {
        private final byte[] bytes;
        private final int start;
        private final int end;

        Slice(byte[] bytes, int start, int end) {
            this.bytes = bytes;
            this.start = start;
            this.end = end;
        }

        Slice copied() {
            return new Slice(Arrays.copyOfRange(bytes, start, end), 0, end - start);
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int i = start; i < end; i++) {
                hash = 31 * hash + bytes[i];
            }
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Slice slice
                    && Arrays.equals(bytes, start, end, slice.bytes, slice.start, slice.end);
        }
    }
}
