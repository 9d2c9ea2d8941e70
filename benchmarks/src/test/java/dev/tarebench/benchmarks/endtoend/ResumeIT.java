package dev.tarebench.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.JournalReader;
import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that died at any moment goes on with the same plan, and loses at most the execution that was running. */
final class ResumeIT {

    private static final int CELLS = 3;
    private static final int ROUNDS = 60;

    @TempDir
    Path folder;

    @BeforeAll
    static void needsTheCompiler() {
        Jar.bring("zig");
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Path journal() {
        return out().resolve("samples.jsonl");
    }

    private Process start() throws IOException {
        return new ProcessBuilder(Jar.command(
                        "run",
                        "polybench/(gemm|lu|durbin)@native",
                        "--size=mini",
                        "--rounds=" + ROUNDS,
                        "--seed=11",
                        "--out=" + out()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private long linesSoFar() {
        try {
            return Files.exists(journal()) ? Files.readString(journal()).lines().count() : 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void assertEveryPlannedExecutionIsThereOnce() {
        List<JournalLine> lines = new ArrayList<>();
        JournalReader.read(journal(), lines::add);
        assertThat(lines)
                .extracting(JournalLine::order)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, CELLS * (ROUNDS + 1)).boxed().toList());
    }

    @Test
    void afterAKill() throws Exception {
        Process first = start();
        Waiting.until(() -> linesSoFar() > 20);
        first.destroyForcibly().waitFor();
        Files.writeString(journal(), "{\"round\":1,\"ord", StandardOpenOption.APPEND);

        CommandResult resumed = Jar.run("run", "--resume=" + out());

        assertThat(resumed.output()).contains("planned 3, completed 3, failed 0");
        assertThat(resumed.exit()).isZero();
        assertEveryPlannedExecutionIsThereOnce();
    }

    @Test
    void afterAnInterrupt() throws Exception {
        Process first = start();
        Waiting.until(() -> linesSoFar() > 20);
        first.destroy();

        assertThat(first.waitFor()).isIn(130, 143);
        assertThat(out().resolve("results.json")).exists();
        assertThat(Jar.run("run", "--resume=" + out()).exit()).isZero();
        assertEveryPlannedExecutionIsThereOnce();
    }

    @Test
    void notIntoAFolderThatHoldsNoRun() {
        CommandResult result = Jar.run("run", "--resume=" + folder.resolve("nothing"));

        assertThat(result.output()).contains("plan.json");
        assertThat(result.exit()).isEqualTo(2);
    }
}
