package dev.tarebench.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.plan.Catalogue;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.toolchains.launch.Outcome;
import dev.tarebench.workloads.GuestSource;
import dev.tarebench.workloads.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the guests to one answer: in every language, natively, and under two engines that share nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkloadsIT {

    private static final List<String> TARGETS = List.of("native", "wasmtime-cranelift", "wazero-compiler");
    private static final List<String> OTHER_MACHINES =
            List.of("native-v3", "native-glibc", "native-arm64", "native-riscv64");

    private GuestBench bench;

    @BeforeAll
    void open() {
        bench = new GuestBench();
        bench.prepare(
                Stream.concat(guests(), guestsOfOtherMachines())
                        .map(arguments -> (String) arguments.get()[0]),
                Size.MINI);
    }

    @AfterAll
    void close() throws IOException {
        bench.close();
    }

    private String answer(String id, Size size) {
        GuestBench.Ran ran = bench.run(id, size);
        assertThat(ran.trial().completed())
                .as("%s: %s", id, ran.trial().outcome().explanation())
                .isTrue();
        return ran.stdout();
    }

    static Stream<Arguments> guests() {
        return cells("(startup|workloads|functions)/.*", TARGETS);
    }

    /** One guest of each language that does much with numbers: what other instructions would show. */
    static Stream<Arguments> guestsOfOtherMachines() {
        return cells(
                "(workloads/(matrix|face-detection)|functions/(matmul|linear-equations|n-body|float)).*",
                OTHER_MACHINES);
    }

    private static Stream<Arguments> cells(String regex, List<String> targets) {
        return Catalogue.load(Optional.empty()).cells().stream()
                .filter(cell -> cell.id().matches(regex))
                .filter(cell -> targets.contains(cell.target().id()))
                .map(cell -> Arguments.of(cell.id()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"guests", "guestsOfOtherMachines"})
    void everyGuestAnswersRightAndLeavesNothingElse(String id) {
        Outcome outcome = bench.run(id, Size.MINI).trial().outcome();

        assertThat(outcome.explanation()).as(id).isEqualTo(new Outcome.Completed().explanation());
    }

    @ParameterizedTest
    @ValueSource(strings = {"matrix", "sort"})
    void threeLanguagesHaveOneAnswer(String workload) {
        List<String> answers = new ArrayList<>();
        for (String language : List.of("cpp", "rust", "go")) {
            for (String target : TARGETS) {
                answers.add(answer("workloads/%s-%s@%s".formatted(workload, language, target), Size.MINI));
            }
        }

        assertThat(answers).hasSize(9).containsOnly(answers.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpp", "cpp~simd", "rust"})
    void facesAreFoundWhereTheyAre(String guest) {
        String everywhere = answer("workloads/face-detection-%s@native".formatted(guest), Size.MEDIUM);
        FoundFaces found = FoundFaces.parse(everywhere);

        assertThat(found.in("astronaut.ppm")).singleElement().matches(FoundFaces.Box::isTheAstronaut);
        assertThat(found.in("pair.ppm"))
                .hasSize(2)
                .anyMatch(FoundFaces.Box::isTheAstronaut)
                .anyMatch(box -> box.left() > FoundFaces.ASTRONAUT_WIDTH);
        assertThat(found.in("coffee.ppm")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"native", "wasmtime-cranelift", "wazero-compiler"})
    void scalarAndVectorInstructionsFindTheSameBoxes(String target) {
        String scalar = answer("workloads/face-detection-cpp@" + target, Size.PAPER);

        assertThat(answer("workloads/face-detection-cpp~simd@" + target, Size.PAPER))
                .isEqualTo(scalar);
        assertThat(answer("workloads/face-detection-cpp@native", Size.PAPER)).isEqualTo(scalar);
    }

    /** A limit that only a large module shows: its declaration can go once this fails. */
    @Test
    void wasmEdgeStillRefusesItsOwnCodeWhereAStubIsKept() {
        GuestBench.Ran ran = bench.runAnyway("functions/zip-compression-rust@wasmedge-aot");

        assertThat(ran.trial().outcome().explanation()).contains("the engine did not do what its mode is about");
    }

    /** As a container handler joins them: in one argument, which the guest is told to take apart. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "workloads/face-detection-cpp",
                "workloads/face-detection-rust",
                "workloads/matrix-cpp",
                "functions/aes-go",
                "functions/prime-numbers-rust"
            })
    void everyLanguageTakesJoinedArgumentsApart(String guest) {
        for (String target : List.of("native", "wasmtime-cranelift")) {
            Cell cell = bench.cell("%s@%s".formatted(guest, target), Size.MINI);
            List<String> usual = Optional.ofNullable(cell.workload().sizes().get(Size.MINI))
                    .orElseThrow()
                    .arguments();
            String joined = GuestSource.WORDS + " " + String.join(" ", usual);

            Outcome outcome = bench.run(GuestBench.called(cell, List.of(joined)), Size.MINI, 1)
                    .trial()
                    .outcome();

            assertThat(outcome.explanation())
                    .as("%s on %s, called with '%s'", guest, target, joined)
                    .isEqualTo(new Outcome.Completed().explanation());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startup/hello-c",
                "workloads/matrix-cpp",
                "workloads/matrix-rust",
                "workloads/matrix-go",
                "functions/aes-go",
                "functions/whatlang-rust"
            })
    void aProlongedRunTimesEachRepetitionAndVerifiesEachAnswer(String guest) {
        for (String target : List.of("native", "wasmtime-cranelift", "node-default")) {
            GuestBench.Ran ran =
                    bench.run(bench.cell("prolonged/%s@%s".formatted(guest, target), Size.MINI), Size.MINI, 4);

            assertThat(ran.trial().completed())
                    .as("%s on %s: %s", guest, target, ran.trial().outcome().explanation())
                    .isTrue();
            assertThat(ran.trial().series().get("repetitionNs")).hasSize(4).allMatch(time -> time > 0);
        }
    }
}
