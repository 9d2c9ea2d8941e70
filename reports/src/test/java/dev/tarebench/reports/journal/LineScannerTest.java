package dev.tarebench.reports.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a line is spelt, reading it quickly comes to what parsing it comes to. */
class LineScannerTest {
    private static final String LINE =
            "{\"round\":1,\"order\":0,\"cell\":\"a/b@c\",\"operation\":\"run\",\"suite\":\"a\",\"workload\":\"b\","
                    + "\"target\":\"c\",\"size\":\"mini\",\"platform\":\"linux/amd64\",\"outcome\":\"completed\","
                    + "\"startedAt\":\"2026-11-21T10:00:00Z\",\"instrument\":\"exact\","
                    + "\"metrics\":{\"runNs\":4,\"wallNs\":5}}";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{|{",
                "{\"round\"|{ \"round\"",
                "\"round\":1|\"round\":-1",
                "\"round\":1|\"round\":99999999999",
                "\"order\":0|\"order\":00",
                "\"order\":0|\"order\":0.5",
                "\"order\":0,|``",
                "\"cell\":\"a/b@c\"|\"cell\":\"a b\"",
                "\"cell\":\"a/b@c\"|\"cell\":\"\\\",\\\"outcome\\\":\\\"completed\\\"\"",
                "\"suite\":\"a\"|\"suite\":\"ä\"",
                "\"suite\":\"a\"|\"colour\":\"a\"",
                "\"suite\":\"a\"|\"suite\":\"a\",\"suite\":\"a\"",
                "completed|timed-out",
                "2026-11-21T|``",
                "10:00:00Z|10:00:61Z",
                "10:00:00Z|10:00:00.123456789Z",
                "exact|guessed",
                "exact|ex\\u0061ct",
                "\"runNs\"|\"RunNs\"",
                "\"runNs\"|\"r\\u0075nNs\"",
                "\"runNs\"|\"wallNs\"",
                "\"runNs\":4|\"runNs\":0",
                "\"runNs\":4|\"runNs\":-4",
                "\"runNs\":4|\"runNs\":9223372036854775807",
                "\"runNs\":4|\"runNs\":9223372036854775808",
                "\"runNs\":4,|\"runNs\":4",
                "\"runNs\":4,|``",
                "\"runNs\":4,\"wallNs\":5|``",
                "\"wallNs\":5|\"wallNs\":0",
                "\"wallNs\":5|\"wallNs\":5,",
                "\"wallNs\":5|\"wallNs\":5 ",
                "\"wallNs\":5}}|\"wallNs\":5}",
                "\"wallNs\":5}}|\"wallNs\":5}}}",
                "\"wallNs\":5}}|\"wallNs\":5},\"notes\":[\"n\"]}",
                "\"wallNs\":5}}|\"wallNs\":5},\"series\":{\"repetitionNs\":[1,2]}}",
            })
    void aLineIsReadAsItIsParsed(String usual, String unusual) {
        byte[] line = LINE.replace(usual, unusual).getBytes(StandardCharsets.UTF_8);
        LineScanner scanner = new LineScanner();

        String first = outcome(() -> scanner.read(line, 0, line.length));

        assertThat(first).isEqualTo(outcome(() -> new LineParser().parse(line, 0, line.length)));
        assertThat(outcome(() -> scanner.read(line, 0, line.length)))
                .as("the second time, from memory")
                .isEqualTo(first);
    }

    /** What comes of a line: its contents, or what is wrong with it. */
    private static String outcome(Callable<JournalLine> reading) {
        try {
            return reading.call().toString();
        } catch (Exception e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }
}
