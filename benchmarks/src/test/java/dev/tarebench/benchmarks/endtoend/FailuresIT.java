package dev.tarebench.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.JournalReader;
import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guests that go wrong in every way: each is a failed execution in the journal, and never a sample. */
final class FailuresIT {

    @TempDir
    Path folder;

    @BeforeAll
    static void needsTheCompiler() {
        Jar.bring("zig");
    }

    private List<JournalLine> run() {
        CommandResult result = Jar.run(
                "run",
                OwnGuest.CELL,
                "--size=mini",
                "--rounds=2",
                "--timeout=500ms",
                "--catalogue=" + folder.resolve("catalogue"),
                "--out=" + folder.resolve("out"));
        assertThat(result.output()).contains("planned 1, completed 0, failed 1, unavailable 0");
        assertThat(result.exit()).isEqualTo(1);
        List<JournalLine> lines = new ArrayList<>();
        JournalReader.read(folder.resolve("out").resolve("samples.jsonl"), lines::add);
        return lines;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return 42; | non-zero-exit",
                "__builtin_trap(); | killed-by-signal",
                "raise(SIGKILL); | killed-by-signal",
                "for (;;) pause(); | timed-out",
                "signal(SIGTERM, SIG_IGN); for (;;) { } | timed-out",
                "puts(\"wrong\"); return 0; | wrong-output",
            })
    void isNeverASample(String body, String outcome) throws IOException {
        OwnGuest.write(folder.resolve("catalogue"), body);

        List<JournalLine> lines = run();

        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThat(line.outcome()).isEqualTo(outcome);
            assertThat(line.reason()).isPresent();
            assertThat(line.isSample()).isFalse();
        });
        assertThat(Files.readString(folder.resolve("out").resolve("results.json"))
                        .strip())
                .isEqualTo("[\n]");
    }
}
