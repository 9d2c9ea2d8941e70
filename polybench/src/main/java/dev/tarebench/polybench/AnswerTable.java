package dev.tarebench.polybench;

import dev.tarebench.workloads.Size;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every kernel answers at every size, and the hash of the dump that the answer stands for. */
public final class AnswerTable {

    /**
     * One row.
     *
     * @param answer the line that a measured run prints
     * @param dumpSha256 the hash of the dump with two decimals
     * @param dump17Sha256 the hash of the dump with 17 digits, where it is known
     */
    public record Answer(String answer, String dumpSha256, Optional<String> dump17Sha256) {}

    private static final List<String> HEADER = List.of("kernel", "size", "answer", "dump", "bytes", "dump17");

    private final Map<String, Map<Size, Answer>> rows;

    private AnswerTable(Map<String, Map<Size, Answer>> rows) {
        this.rows = rows;
    }

    /** Reads the table's text; a row that does not fit is a fault of the build and ends it. */
    public static AnswerTable parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !List.of(lines.get(0).split("\t", -1)).equals(HEADER)) {
            throw new IllegalArgumentException("the answer table must begin with " + String.join(" ", HEADER));
        }
        Map<String, Map<Size, Answer>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Size size = cells.length == HEADER.size() ? Size.words().get(cells[1]) : null;
            if (size == null) {
                throw new IllegalArgumentException("the answer table has a broken row: " + line);
            }
            Optional<String> dump17 = cells[5].equals("-") ? Optional.empty() : Optional.of(cells[5]);
            rows.computeIfAbsent(cells[0], kernel -> new EnumMap<>(Size.class))
                    .put(size, new Answer(cells[2], cells[3], dump17));
        }
        return new AnswerTable(rows);
    }

    public Map<Size, Answer> of(String kernel) {
        return rows.getOrDefault(kernel, Map.of());
    }
}
