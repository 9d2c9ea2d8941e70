package dev.tarebench.benchmarks.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.plan.Target;
import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.engines.Lack;
import dev.tarebench.toolchains.launch.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests one mode after the other for every promise; what its file declares to be lacking must be lacking still. */
@ParameterizedClass(name = "{0}")
@MethodSource("modes")
final class EngineConformanceIT {

    private static final long BYTES = 10 << 20;

    private final EngineMode mode;
    private final String id;

    @TempDir
    Path place;

    EngineConformanceIT(Target.Wasm target) {
        this.id = target.id();
        this.mode = Workbench.opened().mode(target);
    }

    static Stream<Named<Target.Wasm>> modes() {
        String only = System.getProperty("conformance.only", "");
        return Workbench.opened().modes().stream()
                .filter(target -> target.id().contains(only))
                .map(target -> Named.of(target.id(), target));
    }

    @BeforeParameterizedClassInvocation
    static void theEngineIsHere(Target.Wasm target) {
        Workbench.opened()
                .missing(target.engine().tool())
                .ifPresent(reason -> Requirement.missing(target.engine().id(), reason));
    }

    /** Holds the mode to a promise, or to the lack of it that its file declares. */
    private void promises(String capability, ThrowingCallable promise) throws Throwable {
        Optional<Lack> lack = Optional.ofNullable(mode.mode().lacks().get(capability));
        if (lack.isEmpty()) {
            promise.call();
        } else {
            assertThatThrownBy(promise)
                    .as(
                            "%s declares that it lacks '%s' (%s), but it has it",
                            id, capability, lack.get().reason())
                    .isNotNull();
        }
    }

    @Test
    void writesToStandardOutputWhatTheGuestWritesAndNoMore() throws IOException {
        mode.run("hello").in(place).completedWith("hello\n");
    }

    @Test
    void handsEachArgumentOverByteForByte() throws Throwable {
        String[] arguments = {"a b", "", "--help", "grüße \"q\" 's' $X", "-v", "日本", "two\nlines"};
        String expected = Stream.of(arguments).map("[%s]\n"::formatted).collect(Collectors.joining("", "7\n", ""));

        promises("args", () -> mode.run("arguments", arguments).in(place).completedWith(expected));
    }

    @Test
    void letsTheGuestReadStandardInputToItsEnd() throws Throwable {
        promises(
                "stdin",
                () -> mode.run("stdin")
                        .reading("abc\nxyz".repeat(30_000))
                        .in(place)
                        .completedWith("ABC\nXYZ".repeat(30_000) + "210000 bytes\n"));
    }

    @Test
    void givesTheGuestThoseVariablesThatItIsToldTo() throws Throwable {
        promises(
                "env",
                () -> mode.run("environment")
                        .withVariable("A_NAME", "one two=3")
                        .withVariable("B", "grüße")
                        .in(place)
                        .completedWith("[A_NAME=one two=3]\n[B=grüße]\n"));
    }

    @Test
    void leaksNothingOfTheHostsEnvironment() throws IOException {
        mode.run("environment").in(place).completedWith("");
    }

    @Test
    void endsWithTheGuestsExitCode() throws Throwable {
        promises("exit-code", () -> {
            Ended ended = mode.run("exit", "42").in(place);
            assertThat(ended.outcome()).as(ended.toString()).isEqualTo(new Outcome.NonZeroExit(42));
            assertThat(ended.stdout()).isEqualTo("leaving with 42\n");
        });
    }

    @Test
    void doesNotTakeATrapForSuccess() throws IOException {
        Ended ended = mode.run("trap").in(place);

        assertThat(ended.outcome())
                .as(ended.toString())
                .isNotEqualTo(new Outcome.Completed())
                .isNotInstanceOf(Outcome.TimedOut.class);
        assertThat(ended.stdout()).isEqualTo("before\n");
    }

    @Test
    void worksWithFilesInThePreopenedFolder() throws Throwable {
        Path folder = Files.createDirectory(place.resolve("folder"));
        Files.writeString(folder.resolve("input.txt"), "first line\nsecond\n");

        promises("files", () -> {
            Ended ended = mode.run("files", mode.folder())
                    .inFolder(mode.folder(), folder)
                    .in(place);
            assertThat(ended.outcome()).as(ended + ended.stdout()).isEqualTo(new Outcome.Completed());
            assertThat(ended.stdout()).contains("20 bytes");
            assertThat(folder.resolve("kept.txt")).hasContent("first");
        });
    }

    @Test
    void listsAFolderWhole() throws Throwable {
        Path folder = Files.createDirectory(place.resolve("folder"));

        promises(
                "listing",
                () -> mode.run("listing", mode.folder())
                        .inFolder(mode.folder(), folder)
                        .in(place)
                        .completedWith("500 entries\n"));
    }

    @Test
    void renamesFilesWithinThePreopenedFolder() throws Throwable {
        Path folder = Files.createDirectory(place.resolve("folder"));

        promises("rename", () -> {
            mode.run("rename", mode.folder())
                    .inFolder(mode.folder(), folder)
                    .in(place)
                    .completedWith("renamed 1 moved 1\n");
            assertThat(folder.resolve("folder").resolve("third")).hasContent("kept");
        });
    }

    @Test
    void opensAFolderByANameFromTheRootOn() throws Throwable {
        Path folder = Files.createDirectory(place.resolve("folder"));

        promises("rooted", () -> {
            Ended ended = mode.run("preopened").inFolder(mode.folder(), folder).in(place);
            assertThat(ended.outcome()).as(ended.toString()).isEqualTo(new Outcome.Completed());
            assertThat(ended.stdout().lines()).anyMatch(name -> name.startsWith("/"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/data", "."})
    void refusesEveryWayOut(String guestName) throws IOException {
        EscapeGround ground = EscapeGround.layOut(place.resolve("ground"));
        String[] arguments = ground.arguments(guestName);
        List<String> before = ground.state();

        Ended ended = mode.run("escape", arguments)
                .inFolder(guestName, ground.inside())
                .in(place);

        assertThat(ground.state()).isEqualTo(before);
        assertThat(mode.startedIn(place)).isEmptyDirectory();
        if (!mode.hasRootOfItsOwn()) {
            assertThat(ended.outcome()).as(ended.toString()).isEqualTo(new Outcome.Completed());
            assertThat(ended.stdout().lines()).containsExactlyElementsOf(EscapeGround.refusals(arguments));
        } else if (guestName.startsWith("/")) {
            assertThat(ended.outcome()).as(ended.toString()).isEqualTo(new Outcome.Completed());
            assertThat(ended.stdout().lines().filter(EscapeGround::leadsToTheHost))
                    .containsExactlyElementsOf(EscapeGround.refusals(arguments).stream()
                            .filter(EscapeGround::leadsToTheHost)
                            .toList());
        } else {
            assertThat(ended.outcome())
                    .as("a relative name is refused before the guest begins")
                    .isInstanceOf(Outcome.NonZeroExit.class);
            assertThat(ended.stdout()).isEmpty();
        }
    }

    @Test
    void losesNothingOfMuchOutput() throws IOException {
        Ended ended = mode.run("output", Long.toString(BYTES)).in(place);

        assertThat(ended.outcome()).as(ended.toString()).isEqualTo(new Outcome.Completed());
        assertThat(ended.stdoutFile()).hasSize(BYTES);
        assertThat(Digest.ofFile(ended.stdoutFile())).isEqualTo(Digest.ofText(lines(BYTES / 64)));
    }

    private static String lines(long count) {
        return LongStream.range(0, count)
                .mapToObj(line -> String.format(Locale.ROOT, "%015d %047d\n", line, line * 2654435761L % 1000000007L))
                .collect(Collectors.joining());
    }

    @Test
    void hasClocksWhoseResolutionIsRecorded() throws Throwable {
        promises("clock", () -> {
            Ended ended = mode.run("clock").in(place);
            assertThat(ended.outcome()).as(ended.toString()).isEqualTo(new Outcome.Completed());
            Clocks clocks = Clocks.parse(ended.stdout());
            assertThat(Duration.between(clocks.unix(), Instant.now()).abs()).isLessThan(Duration.ofSeconds(30));
            clocks.record(id);
        });
    }

    @Test
    void givesRandomNumbers() throws Throwable {
        promises("random", () -> mode.run("random").in(place).completedWith("different\n"));
    }

    @Test
    void growsItsMemory() throws Throwable {
        promises("memory", () -> {
            Ended ended = mode.run("memory", "64").in(place);
            assertThat(ended.outcome()).as(ended.toString()).isEqualTo(new Outcome.Completed());
            assertThat(ended.stdout()).startsWith("64 MiB ");
        });
    }

    @Test
    void hasStackForDeepRecursion() throws Throwable {
        promises(
                "stack",
                () -> mode.run("recursion", "30000")
                        .in(place)
                        .completedWith("30000 %s\n".formatted(Integer.toUnsignedString(depthSum(30_000)))));
    }

    /** As {@code recursion.c} has it, in the 32 bits that a {@code long} has in Wasm. */
    private static int depthSum(int depth) {
        int sum = 1;
        for (int n = 1; n <= depth; n++) {
            sum = (sum << 1 | sum >>> 31) ^ n;
        }
        return sum;
    }

    @Test
    void calculatesTheBitsThatANativeProgramCalculates() throws IOException {
        mode.run("kernel", "48").in(place).completedWith(Workbench.opened().nativeKernel());
    }

    @Test
    void runsVectorInstructions() throws Throwable {
        promises("simd", () -> mode.run("simd").in(place).completedWith("499500 999000 1498500 1998000\n"));
    }
}
