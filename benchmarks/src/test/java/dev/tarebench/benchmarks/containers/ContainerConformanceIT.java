package dev.tarebench.benchmarks.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tarebench.benchmarks.dock.ContainedProgram;
import dev.tarebench.toolchains.launch.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same promises through every front: what a guest is given, and what comes back of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ContainerConformanceIT {

    private static final long MEBIBYTE = 1L << 20;

    /** One for all tests: what opens before them needs it already. */
    @TempDir
    static Path folder;

    private Quay quay;

    @BeforeAll
    void open() {
        quay = new Quay(folder);
    }

    @AfterAll
    void leavesNothing() {
        quay.close();

        assertThat(quay.left()).isEmpty();
    }

    static Stream<String> fronts() {
        return Stream.of("docker", "ctr", "runc", "crun", "podman");
    }

    static Stream<Arguments> frontsAndBases() {
        return fronts().flatMap(front ->
                Stream.of("scratch", "distroless", "debian", "alpine").map(base -> Arguments.of(front, base)));
    }

    private Path fresh() throws IOException {
        return Files.createTempDirectory(folder, "work");
    }

    private Quay.Ended run(ContainedProgram program) throws IOException {
        return quay.run(program, fresh(), Map.of(), Optional.empty());
    }

    @ParameterizedTest(name = "{0}-{1}")
    @MethodSource("frontsAndBases")
    void theProgramRunsOnEveryBase(String front, String base) throws IOException {
        Quay.Ended ended = run(quay.program(front, base, "hello"));

        assertThat(ended.output()).contains("hello");
        assertThat(ended.outcome()).isEqualTo(new Outcome.Completed());
    }

    @ParameterizedTest
    @MethodSource("fronts")
    void argumentsArriveByteForByte(String front) throws IOException {
        Quay.Ended ended = run(quay.program(front, "scratch", "arguments", "two words", "", "größe 重", "$HOME"));

        assertThat(ended.output()).isEqualTo("4\n[two words]\n[]\n[größe 重]\n[$HOME]\n");
    }

    @ParameterizedTest
    @MethodSource("fronts")
    void theEnvironmentArrives(String front) throws IOException {
        Quay.Ended ended = quay.run(
                quay.program(front, "scratch", "environment"),
                fresh(),
                Map.of("TARE_ONE", "a b", "TARE_TWO", "=ü"),
                Optional.empty());

        assertThat(ended.output()).as("%s", ended).contains("[TARE_ONE=a b]\n", "[TARE_TWO==ü]\n");
    }

    @ParameterizedTest
    @MethodSource("fronts")
    void theExitCodeIsTheGuests(String front) throws IOException {
        assertThat(run(quay.program(front, "scratch", "exit", "42")).outcome()).isEqualTo(new Outcome.NonZeroExit(42));
    }

    @ParameterizedTest
    @MethodSource("fronts")
    void aCrashIsNoSuccess(String front) throws IOException {
        Quay.Ended ended = run(quay.program(front, "scratch", "trap"));

        assertThat(ended.output()).contains("before");
        assertThat(ended.outcome()).isNotEqualTo(new Outcome.Completed());
    }

    @ParameterizedTest
    @MethodSource("fronts")
    void theWorkingDirectoryIsReadAndWritten(String front) throws IOException {
        Path directory = fresh();
        Files.writeString(directory.resolve("input.txt"), "the input\n");

        Quay.Ended ended =
                quay.run(quay.program(front, "scratch", "files", "/work"), directory, Map.of(), Optional.empty());

        assertThat(ended.outcome()).as(ended.output()).isEqualTo(new Outcome.Completed());
    }

    @ParameterizedTest
    @MethodSource("fronts")
    void tenMegabytesOfOutputArrive(String front) throws IOException {
        assertThat(run(quay.program(front, "scratch", "output", "10485760")).output())
                .hasSize(10_485_760);
    }

    /** What the runtime needs to start is partly gone when the guest runs, so its share is at most what an idle one has. */
    @ParameterizedTest
    @MethodSource("fronts")
    void memoryIsTheGuestsAndTheRuntimesOwnShare(String front) throws IOException {
        Quay.Ended idle = run(quay.program(front, "scratch", "hello"));
        Quay.Ended large = run(quay.program(front, "scratch", "memory", "64"));
        assumeThat(idle.peakBytes()).as("control groups can be made here").isPresent();
        assertThat(large.outcome()).isEqualTo(new Outcome.Completed());

        assertThat(large.peakBytes().orElseThrow())
                .isBetween(64 * MEBIBYTE, 65 * MEBIBYTE + idle.peakBytes().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("fronts")
    void nativelyTheSameInstrumentCountsTheSame(String front) throws IOException {
        Quay.Ended inside = run(quay.program(front, "scratch", "memory", "64"));
        Quay.Ended outside = quay.bare("memory", "64");
        assumeThat(outside.peakBytes()).as("control groups can be made here").isPresent();

        assertThat(inside.peakBytes().orElseThrow())
                .isCloseTo(outside.peakBytes().orElseThrow(), Offset.offset(2 * MEBIBYTE));
    }
}
