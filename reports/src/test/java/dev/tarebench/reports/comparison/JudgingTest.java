package dev.tarebench.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarebench.reports.SimulatedRun;
import dev.tarebench.reports.UnreadableResult;
import dev.tarebench.reports.comparison.GateFinding.Ruling;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.reports.results.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgingTest {
    private static final Map<String, Double> TARGETS =
            Map.of("native", 1.0, "wasmtime-aot", 1.3, "wasmtime-cranelift", 1.5, "wamr-interp", 9.0);
    private static final Bounds FIVE_PERCENT = new Bounds(0.05, 0.05);
    private static final Bounds ONE_PERCENT = new Bounds(0.01, 0.01);

    @Test
    void ofTwoHundredComparisonsOfTheSameThingNoMoreThanTheStatedRateSpeaks() {
        int families = 0;
        int falseFamilies = 0;
        int failedGates = 0;
        for (int i = 0; i < 200; i++) {
            Run base = run(1000 + i, "base").run();
            Run again = run(5000 + i, "again").run();

            Gate gate = Gate.judge(base, again, new Bounds(0, 0));

            families++;
            falseFamilies += gate.comparison().cells().stream()
                            .filter(cell -> cell.metric().equals(Metrics.WALL))
                            .flatMap(cell -> cell.deciding().stream())
                            .anyMatch(judged -> judged.verdict() == Verdict.MORE || judged.verdict() == Verdict.LESS)
                    ? 1
                    : 0;
            failedGates += Gate.judge(base, again, FIVE_PERCENT).exitCode(false);
        }
        // 5 % of 200 families is 10; more than 20 has a probability of 0.1 % when the rate is kept.
        assertThat(families).isEqualTo(200);
        assertThat(falseFamilies).isLessThanOrEqualTo(20);
        assertThat(failedGates).isZero();
    }

    @Test
    void aGateOfManyProgramsIsOneDecisionAndKeepsTheStatedRate() {
        int alarms = 0;
        for (int i = 0; i < 40; i++) {
            Run base = run(20_000 + i, "base").workloads(30).run();
            Run again = run(30_000 + i, "again").workloads(30).run();

            alarms += Gate.judge(base, again, new Bounds(0, 0)).exitCode(false);
        }
        // 5 % of 40 gates is 2; more than 7 has a probability of 0.1 % when the rate is kept.
        assertThat(alarms).isLessThanOrEqualTo(7);
    }

    @Test
    void aPlantedSlowdownOfThreePercentIsFoundWithTwentyRounds() {
        int found = 0;
        for (int i = 0; i < 20; i++) {
            Run base = run(100 + i, "base").run();
            Run slower = run(200 + i, "slower").slowdown("wasmtime-aot", 1.03).run();

            Comparison comparison = Comparison.of(base, slower);

            found += comparison.cells().stream()
                            .filter(cell -> cell.metric().equals(Metrics.WALL))
                            .filter(cell -> cell.cell().target().equals("wasmtime-aot"))
                            .allMatch(cell -> cell.deciding().orElseThrow().verdict() == Verdict.MORE)
                    ? 1
                    : 0;
        }
        assertThat(found).isEqualTo(20);
    }

    @Test
    void theGateFailsOnlyTheCellThatIsSlowerBeyondTheBound() {
        Run base = run(1, "base").run();
        Run slower = run(2, "slower").slowdown("wamr-interp", 1.10).run();

        Gate gate = Gate.judge(base, slower, FIVE_PERCENT);

        assertThat(gate.with(Ruling.FAILED))
                .allSatisfy(finding -> assertThat(finding.cell().target()).isEqualTo("wamr-interp"))
                .hasSize(1);
        assertThat(gate.exitCode(false)).isEqualTo(1);
        assertThat(gate.with(Ruling.FAILED).get(0).reason())
                .contains("times the base")
                .contains("adjusted p");
    }

    @Test
    void aSlowdownWithinTheBoundPassesHoweverSignificant() {
        Run base = run(1, "base").run();
        Run slower = run(2, "slower").slowdown("wamr-interp", 1.03).run();

        assertThat(Gate.judge(base, slower, FIVE_PERCENT).exitCode(true)).isZero();
        assertThat(Gate.judge(base, slower, ONE_PERCENT).exitCode(false)).isEqualTo(1);
    }

    @Test
    void tooFewRoundsAreInconclusiveAndFailOnlyAStrictGate() {
        Run base = run(1, "base").rounds(3).run();
        Run slower = run(2, "slower").rounds(3).slowdown("wamr-interp", 2).run();

        Gate gate = Gate.judge(base, slower, FIVE_PERCENT);

        assertThat(gate.with(Ruling.FAILED)).isEmpty();
        assertThat(gate.with(Ruling.INCONCLUSIVE)).isNotEmpty();
        assertThat(gate.exitCode(false)).isZero();
        assertThat(gate.exitCode(true)).isEqualTo(1);
    }

    @Test
    void aCellThatNoLongerRunsIsInconclusive() {
        Run base = run(1, "base").run();
        Run fewer = run(2, "fewer")
                .targets(Map.of("native", 1.0, "wasmtime-aot", 1.3))
                .run();

        assertThat(Gate.judge(base, fewer, FIVE_PERCENT).with(Ruling.INCONCLUSIVE))
                .extracting(finding -> finding.cell().target())
                .contains("wasmtime-cranelift", "wamr-interp");
    }

    @Test
    void memoryIsGatedByItsOwnBound() {
        Run base = run(1, "base").run();
        Run larger = run(2, "larger")
                .targets(Map.of("native", 1.0, "wasmtime-aot", 1.3, "wasmtime-cranelift", 1.5, "wamr-interp", 10.0))
                .run();

        assertThat(Gate.judge(base, larger, new Bounds(9, 0.05)).with(Ruling.FAILED))
                .extracting(finding -> finding.metric().id())
                .containsExactly("maxRss");
    }

    @Test
    void withinARunThePairsSeeThroughDrift() {
        Run run = run(7, "run")
                .noise(0.002)
                .targets(Map.of("native", 1.0, "near", 1.005))
                .run();

        RunAnalysis analysis = RunAnalysis.of(run);

        assertThat(analysis.cells())
                .filteredOn(cell -> cell.ratio().isPresent())
                .allSatisfy(
                        cell -> assertThat(cell.ratio().orElseThrow().verdict()).isEqualTo(Verdict.MORE));
        assertThat(analysis.means()).singleElement().satisfies(mean -> {
            assertThat(mean.mean()).isCloseTo(1.005, within(0.002));
            assertThat(mean.interval().contains(mean.mean())).isTrue();
        });
    }

    @Test
    void differentMachinesAreComparedByTheirOwnNativeRows() {
        Run here = run(1, "here").machine("one").run();
        Run there = run(2, "there")
                .machine("two")
                .targets(Map.of("native", 2.0, "wasmtime-aot", 3.4, "wasmtime-cranelift", 3.0, "wamr-interp", 18.0))
                .run();

        Comparison comparison = Comparison.of(here, there);

        assertThat(comparison.machines()).isEqualTo(MachineMatch.DIFFERENT);
        assertThat(comparison.differences()).extracting(Difference::subject).startsWith("fingerprint", "cpu.model");
        ComparedCell cell = comparison.cells().stream()
                .filter(one -> one.metric().equals(Metrics.WALL))
                .filter(one -> one.cell().target().equals("wasmtime-aot"))
                .findFirst()
                .orElseThrow();
        assertThat(cell.absolute()).isEmpty();
        NormalisedRatio ratio = cell.normalised().orElseThrow();
        assertThat(ratio.base().ratio()).isCloseTo(1.3, within(0.03));
        assertThat(ratio.other().ratio()).isCloseTo(1.7, within(0.03));
        assertThat(ratio.change().verdict()).isEqualTo(Verdict.MORE);
    }

    @Test
    void runsWithNothingInCommonAreRefusedWithTheReason() {
        Run mini = run(1, "mini-run").run();
        Run small = run(2, "small-run").size("small").run();

        assertThatThrownBy(() -> Comparison.of(mini, small))
                .isInstanceOf(UnreadableResult.class)
                .hasMessageContaining("mini-run and small-run have no cell in common")
                .hasMessageContaining("sizes differ (mini against small)");
    }

    @Test
    void cellsThatOnlyOneSideHasAreListed() {
        Run base = run(1, "base").workloads("gemm", "lu").run();
        Run other = run(2, "other").workloads("gemm", "atax").run();

        Comparison comparison = Comparison.of(base, other);

        assertThat(comparison.onlyInBase())
                .extracting(cell -> cell.cell().workload())
                .containsOnly("lu");
        assertThat(comparison.onlyInOther())
                .extracting(cell -> cell.cell().workload())
                .containsOnly("atax");
    }

    private static SimulatedRun run(long seed, String name) {
        return SimulatedRun.seed(seed).named(name).workloads("gemm").targets(TARGETS);
    }
}
