package dev.tarebench.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarebench.reports.SimulatedRun;
import dev.tarebench.reports.UnreadableResult;
import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.results.Run;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetPairTest {
    @ParameterizedTest
    @CsvSource({
        "aot|jit, wasmtime-aot, ahead-of-time, wasmtime-cranelift, optimizing-jit, true",
        "aot|jit, wasmtime-aot, ahead-of-time, wasmtime-winch, baseline-jit, true",
        "aot|jit, wasmtime-aot, ahead-of-time, wasmer-cranelift, optimizing-jit, false",
        "aot|jit, wasmtime-cranelift, optimizing-jit, wasmtime-aot, ahead-of-time, false",
        "aot|interpreter, crun-wasmedge-aot, ahead-of-time, crun-wasmedge, interpreter, true",
        "distroless|debian, docker-distroless, container, docker-debian, container, true",
        "distroless|debian, docker-distroless, container, ctr-debian, container, false",
        "native|wasmtime-aot, native, native, wasmtime-aot, ahead-of-time, true"
    })
    void aPairSelectsTargetsThatDifferInNothingElse(
            String pair, String left, String leftTier, String right, String rightTier, boolean expected) {
        assertThat(TargetPair.parse(pair).matches(cell(left, leftTier), cell(right, rightTier)))
                .isEqualTo(expected);
    }

    @Test
    void whatIsNoPairIsRefusedWithAnExample() {
        assertThatThrownBy(() -> TargetPair.parse("aot"))
                .isInstanceOf(UnreadableResult.class)
                .hasMessageContaining("LEFT|RIGHT");
    }

    @Test
    void aSpeedUpIsTheRightTimeDividedByTheLeft() {
        Run run = SimulatedRun.seed(1)
                .targets(Map.of("native", 1.0, "wasmtime-aot", 1.2, "wasmtime-cranelift", 1.8))
                .run();

        SpeedUps table = SpeedUps.of(run, TargetPair.parse("wasmtime-aot|wasmtime-cranelift"))
                .get(0);

        assertThat(table.mean()).isCloseTo(1.5, within(0.02));
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(row.judged().verdict()).isEqualTo(Verdict.MORE))
                .hasSize(2);
    }

    @Test
    void aPairThatSelectsNothingSaysSo() {
        Run run = SimulatedRun.seed(1).run();

        assertThatThrownBy(() -> SpeedUps.of(run, TargetPair.parse("musl|glibc")))
                .isInstanceOf(UnreadableResult.class)
                .hasMessageContaining("no two measured targets of run are a pair 'musl|glibc'");
    }

    private static CellDescription cell(String target, String tier) {
        return new CellDescription(
                "a/b@" + target,
                "run",
                "a",
                "b",
                Optional.empty(),
                Optional.empty(),
                target,
                "mini",
                "linux/amd64",
                Optional.of(tier));
    }
}
