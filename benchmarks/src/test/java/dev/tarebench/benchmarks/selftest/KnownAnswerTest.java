package dev.tarebench.benchmarks.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.selftest.KnownAnswer.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownAnswerTest {

    @TempDir
    Path folder;

    private static KnownAnswer off(double error, double uncertainty) {
        return new KnownAnswer("wall time", "ms", 100 + error, 100, error, uncertainty, 0.2, "the least of 25");
    }

    @Test
    void withinTheBoundItHasPassedHoweverBusyTheMachineIs() {
        assertThat(off(0.2, 5).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(off(-0.2, 0).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void beyondTheBoundByMoreThanTheNoiseItHasFailed() {
        assertThat(off(0.5, 0.1).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(off(-0.5, 0.1).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void beyondTheBoundByLessThanTheNoiseNobodyCanTell() {
        assertThat(off(0.5, 0.4).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void theLineHoldsBothFiguresAndTheBound() {
        assertThat(off(0.05, 0).line())
                .isEqualTo("wall time: reported 100.050 ms, true 100.000, off by +0.050 of 0.200 allowed"
                        + " (the least of 25): passed");
    }

    @Test
    void oneFailureIsTheVerdictOfAll() {
        assertThat(SelftestResult.of(List.of(off(0, 0), off(0.5, 0), off(0.5, 0.4)), 3, "here"))
                .satisfies(result -> {
                    assertThat(result.verdict()).isEqualTo("failed");
                    assertThat(result.failures()).hasSize(1);
                    assertThat(result.lines()).hasSize(3);
                    assertThat(result.unjudged()).isEqualTo(3);
                });
        assertThat(SelftestResult.of(List.of(off(0, 0), off(0.5, 0.4)), 0, "here")
                        .verdict())
                .isEqualTo("undecided");
        assertThat(SelftestResult.of(List.of(off(0, 0)), 0, "here").passed()).isTrue();
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        SelftestFile file = new SelftestFile(folder.resolve("selftest.json"));
        SelftestResult result = SelftestResult.of(List.of(off(0.5, 0)), 0, "here");

        file.write(result);

        assertThat(file.read()).contains(result);
        assertThat(file.summary("here"))
                .containsEntry("verdict", "failed")
                .containsEntry("failures", result.failures());
    }

    @Test
    void aSelftestOfAnotherMachineSaysNothing() throws IOException {
        SelftestFile file = new SelftestFile(folder.resolve("selftest.json"));
        file.write(SelftestResult.of(List.of(off(0.5, 0)), 0, "there"));

        assertThat(file.summary("here")).isEqualTo(Map.of("verdict", "never made on this machine"));
    }

    @Test
    void aBrokenFileIsNone() throws IOException {
        SelftestFile file = new SelftestFile(Files.writeString(folder.resolve("selftest.json"), "{\"verdict\": "));

        assertThat(file.read()).isEmpty();
    }
}
