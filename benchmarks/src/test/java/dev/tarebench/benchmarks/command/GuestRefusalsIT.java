package dev.tarebench.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.plan.Catalogue;
import dev.tarebench.toolchains.launch.Outcome;
import dev.tarebench.workloads.Size;
import dev.tarebench.workloads.inputs.InputFile;
import dev.tarebench.workloads.inputs.LiteralText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the guests to clear refusals: bad input ends with a message and a code, natively and under every engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GuestRefusalsIT {

    /** Any file that is no photograph; the answer of a run that is refused does not matter. */
    private static final InputFile NO_PICTURE = new InputFile("broken.ppm", new LiteralText("P6\n4 4\n255\nshort"));

    private GuestBench bench;

    @BeforeAll
    void open() {
        bench = new GuestBench();
        bench.prepare(
                Stream.concat(refusals(), photographs())
                        .map(arguments -> (String) arguments.get()[0]),
                Size.MINI);
    }

    @AfterAll
    void close() throws IOException {
        bench.close();
    }

    /** Native programs, and the first mode of every engine: its modes share what passes a message and a code on. */
    static Stream<String> targets() {
        return Stream.concat(
                Stream.of("native"),
                Catalogue.load(Optional.empty()).engines().values().stream()
                        .map(engine -> engine.id() + "-"
                                + engine.modes().keySet().iterator().next()));
    }

    static Stream<Arguments> refusals() {
        return targets()
                .flatMap(target -> Stream.of(
                                refused("workloads/matrix-%s", "0"),
                                refused("workloads/matrix-%s", "-1"),
                                refused("workloads/matrix-%s", "many"),
                                refused("workloads/sort-%s", "missing.txt"))
                        .flatMap(refusal -> Stream.of("cpp", "rust", "go")
                                .map(language -> Arguments.of(
                                        refusal.guest().formatted(language) + "@" + target, refusal.arguments()))));
    }

    static Stream<Arguments> photographs() {
        return targets()
                .flatMap(target -> Stream.of("broken.ppm", "missing.ppm")
                        .flatMap(file -> Stream.of(
                                refused(
                                        "workloads/face-detection-cpp",
                                        "detector.bin",
                                        "detector.json",
                                        "416",
                                        "1",
                                        file),
                                refused("workloads/face-detection-rust", "416", "1", file),
                                refused("functions/imageprocessing-go", file, "picture.png", "50", "1")))
                        .map(refusal -> Arguments.of(refusal.guest() + "@" + target, refusal.arguments())));
    }

    private record Refusal(String guest, List<String> arguments) {}

    private static Refusal refused(String guest, String... arguments) {
        return new Refusal(guest, List.of(arguments));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"refusals", "photographs"})
    void badInputEndsWithAMessage(String id, List<String> arguments) {
        GuestBench.Ran ran =
                bench.run(GuestBench.called(bench.cell(id, Size.MINI), arguments, NO_PICTURE), Size.MINI, 1);

        assertThat(ran.trial().outcome()).isInstanceOf(Outcome.NonZeroExit.class);
        assertThat(ran.stderr().lines()).anyMatch(line -> !line.isBlank() && !line.startsWith("@tare"));
    }
}
