package dev.tarebench.reports.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarebench.reports.UnreadableResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final CellDescription CELL = new CellDescription(
            "polybench/gemm@wasmtime-aot",
            "run",
            "polybench",
            "gemm",
            Optional.of("c"),
            Optional.empty(),
            "wasmtime-aot",
            "mini",
            "linux/amd64",
            Optional.of("ahead-of-time"));

    private static final String VALID = """
            {"round":1,"order":0,"cell":"a/b@c","operation":"run","suite":"a","workload":"b","target":"c",\
            "size":"mini","platform":"linux/amd64","outcome":"completed","startedAt":"2026-11-21T10:00:00Z",\
            "instrument":"exact","metrics":{"wallNs":5}}
            """;

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        JournalLine full = new JournalLine(
                2,
                7,
                CELL,
                "wrong-output",
                Optional.of("expected <a> & \"b\"\nfound ü"),
                Instant.parse("2026-11-21T10:00:00.123456789Z"),
                "sampled",
                new TreeMap<>(Map.of("wallNs", Long.MAX_VALUE, "maxRssBytes", 1L)),
                new TreeMap<>(Map.of("repetitionNs", List.of(3L, 1L, 2L))),
                List.of("the clock drifted"));
        JournalLine small =
                JournalLine.of(0, 0, CELL, "completed", Instant.parse("2026-11-21T10:00:00Z"), Map.of("wallNs", 12L));

        Path file = folder.resolve("samples.jsonl");
        try (JournalWriter writer = JournalWriter.open(file)) {
            writer.append(full);
        }
        try (JournalWriter writer = JournalWriter.open(file)) {
            writer.append(small);
        }

        List<JournalLine> lines = new ArrayList<>();
        JournalEnd end = JournalReader.read(file, lines::add);
        assertThat(lines).containsExactly(full, small);
        assertThat(end).isEqualTo(new JournalEnd(2, Files.size(file), 0));
    }

    @Test
    void halfALastLineIsRecognisedAndNotHandedOut() throws IOException {
        Path file = Files.writeString(folder.resolve("samples.jsonl"), VALID + VALID.substring(0, 40));

        List<JournalLine> lines = new ArrayList<>();
        JournalEnd end = JournalReader.read(file, lines::add);

        assertThat(lines).hasSize(1);
        assertThat(end.hasHalfLine()).isTrue();
        assertThat(end.wholeBytes()).isEqualTo(VALID.length());
    }

    @Test
    void aBrokenLineInTheMiddleIsNamedWithFileAndNumber() throws IOException {
        Path file = Files.writeString(folder.resolve("samples.jsonl"), VALID + "{\"round\":1\n" + VALID);

        assertThatThrownBy(() -> JournalReader.read(file, line -> {}))
                .isInstanceOf(UnreadableResult.class)
                .hasMessageContaining("samples.jsonl, line 2: not a journal line");
    }

    @Test
    void everythingThatIsNoJournalLineIsRefusedWithItsReason() throws IOException {
        Map<String, String> brokenLines = Map.of(
                VALID.replace("\"round\":1", "\"round\":\"1\""),
                "1",
                VALID.replace("\"round\":1,", ""),
                "round or order is missing",
                VALID.replace("\"wallNs\":5", "\"wallNs\":5.5"),
                "expected an integer in 'wallNs'",
                VALID.replace("\"wallNs\":5", "\"wallNs\":-5"),
                "wallNs cannot be negative",
                VALID.replace("\"wallNs\":5", "\"wallNs\":0"),
                "wallNs of a completed execution cannot be 0",
                VALID.replace("\"round\"", "\"colour\":1,\"round\""),
                "unknown field 'colour'",
                VALID.replace("\"size\":\"mini\",", ""),
                "field 'size' is missing",
                VALID.replace("2026-11-21T", ""),
                "startedAt is not an instant",
                VALID.replace("exact", "guessed"),
                "instrument must be exact or sampled",
                "[]\n",
                "expected an object");
        for (Map.Entry<String, String> broken : brokenLines.entrySet()) {
            Path file = folder.resolve("broken.jsonl");
            Files.writeString(file, broken.getKey(), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);

            assertThatThrownBy(() -> JournalReader.read(file, line -> {}))
                    .as(broken.getKey())
                    .isInstanceOf(UnreadableResult.class)
                    .hasMessageContaining("line 1")
                    .hasMessageContaining(broken.getValue());
        }
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThatThrownBy(() -> JournalReader.read(folder.resolve("none.jsonl"), line -> {}))
                .isInstanceOf(UnreadableResult.class)
                .hasMessageEndingWith("none.jsonl: no such file");
    }

    @Test
    void onlyAVerifiedCompletionOfARoundIsASample() {
        Instant now = Instant.EPOCH;

        assertThat(JournalLine.of(0, 0, CELL, "completed", now, Map.of()).isSample())
                .isFalse();
        assertThat(JournalLine.of(1, 0, CELL, "completed", now, Map.of()).isSample())
                .isTrue();
        assertThat(JournalLine.of(1, 0, CELL, "timed-out", now, Map.of()).isSample())
                .isFalse();
    }
}
