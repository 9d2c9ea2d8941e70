package dev.tarebench.toolchains.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every launcher must do, whatever it is made of. */
abstract class ProcessLauncherContract {

    @TempDir
    Path folder;

    ProcessLauncher launcher;

    abstract ProcessLauncher start();

    @BeforeEach
    void startLauncher() {
        TestPrograms.require();
        launcher = start();
    }

    @AfterEach
    void closeLauncher() {
        launcher.close();
    }

    @Test
    void aChildThatEndsWellIsCompletedAndHasFigures() {
        Execution execution = launch(child("print", "0"));

        assertThat(execution.outcome()).isEqualTo(new Outcome.Completed());
        assertThat(execution.usage())
                .hasValueSatisfying(usage -> assertThat(usage.wall()).isPositive());
        assertThat(execution.survivors()).isZero();
        assertThat(execution.instrument()).isEqualTo(launcher.instrument());
    }

    @Test
    void anExitCodeIsKept() {
        assertThat(launch(child("exit", "42")).outcome()).isEqualTo(new Outcome.NonZeroExit(42));
    }

    @Test
    void aCrashIsTheSignalThatEndedTheChild() {
        assertThat(launch(child("segfault")).outcome()).isEqualTo(new Outcome.KilledBySignal(11));
    }

    @Test
    void aChildThatIsKilledFromOutsideIsNotOutOfMemory() {
        assertThat(launch(child("kill-itself")).outcome()).isEqualTo(new Outcome.KilledBySignal(9));
    }

    @Test
    void sleepingTakesWallTimeAndStampsSayWhen() {
        long before = System.currentTimeMillis();

        Execution execution = launch(child("sleep", "100"));

        Stamps stamps = execution.stamps().orElseThrow();
        assertThat(execution.usage().orElseThrow().wall()).isBetween(Duration.ofMillis(100), Duration.ofMillis(2000));
        assertThat(stamps.spawnRealNs() / 1_000_000).isBetween(before, before + 2000);
        assertThat(stamps.wall()).isEqualTo(execution.usage().orElseThrow().wall());
        assertThat(stamps.driftNs()).isLessThan(100_000_000L);
    }

    @Test
    void anUnknownProgramIsNotStarted() {
        Execution execution = launch(AnInvocation.in(folder).running("tare-no-such-program"));

        assertThat(execution.outcome())
                .isEqualTo(new Outcome.NotStarted("no program 'tare-no-such-program' on the PATH"));
        assertThat(execution.usage()).isEmpty();
        assertThat(execution.stamps()).isEmpty();
    }

    @Test
    void aFileThatCannotBeExecutedIsNotStarted() throws IOException {
        Path text = Files.writeString(folder.resolve("a text"), "hello");

        Execution execution = launch(AnInvocation.in(folder).running(text.toString()));

        assertThat(execution.outcome()).isInstanceOf(Outcome.NotStarted.class);
        assertThat(execution.outcome().explanation()).contains("a text", "ermission denied");
    }

    @Test
    void aMissingDirectoryIsNotStarted() {
        Execution execution = launch(child("exit", "0").inDirectory(folder.resolve("nowhere")));

        assertThat(execution.outcome()).isInstanceOf(Outcome.NotStarted.class);
        assertThat(execution.outcome().explanation()).contains("nowhere");
    }

    @Test
    void aMissingInputFileIsNotStarted() {
        Execution execution = launch(child("input").standardInput(folder.resolve("no input")));

        assertThat(execution.outcome()).isInstanceOf(Outcome.NotStarted.class);
        assertThat(execution.outcome().explanation()).contains("no input");
    }

    @Test
    void anEnvironmentTooLargeForTheSystemIsNotStartedAndTheNextLaunchWorks() {
        Map<String, String> huge = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            huge.put("VARIABLE_" + i, "of some length, so that all of them are too much");
        }

        Execution execution = launch(child("exit", "0").environment(huge));

        assertThat(execution.outcome()).isInstanceOf(Outcome.NotStarted.class);
        assertThat(execution.outcome().explanation()).contains("Argument list too long");
        assertThat(launch(child("exit", "0")).outcome()).isEqualTo(new Outcome.Completed());
    }

    @Test
    void aNulInAnArgumentIsNotStarted() {
        assertThat(launch(child("exit", "0\0")).outcome()).isInstanceOf(Outcome.NotStarted.class);
    }

    @Test
    void argumentsArriveAsTheyAre() throws IOException {
        String[] arguments = {
            "", " a  b ", "new\nline", "\u00fcn\u00efcode \u65e5\u672c \ud83d\ude80", "\"quo'ted\"", "$HOME", "*", "\\"
        };
        String[] command = new String[arguments.length + 1];
        command[0] = "arguments";
        System.arraycopy(arguments, 0, command, 1, arguments.length);

        launch(child(command));

        assertThat(printed()).isEqualTo(String.join("\0", arguments) + "\0");
    }

    @Test
    void aHugeArgumentArrivesWhole() throws IOException {
        String huge = "x".repeat(120_000);

        launch(child("arguments", huge));

        assertThat(printed()).isEqualTo(huge + "\0");
    }

    @Test
    void theEnvironmentIsTheGivenOneAndThePadding() throws IOException {
        launch(child("environment")
                .environment(Map.of("LC_ALL", "C", "WITH SPACE", "line\nbreak=\u00e9"))
                .padding(100));

        assertThat(List.of(printed().split("\0")))
                .filteredOn(variable -> !variable.startsWith(MarkedProcesses.VARIABLE))
                .containsExactlyInAnyOrder(
                        "LC_ALL=C", "WITH SPACE=line\nbreak=\u00e9", "TARE_PADDING=" + "x".repeat(100));
    }

    @Test
    void theChildReadsItsInputFromAFile() throws IOException {
        Path input = Files.writeString(folder.resolve("input"), "some input\n".repeat(1000));

        launch(child("input").standardInput(input));

        assertThat(printed()).isEqualTo(Files.readString(input));
    }

    @Test
    void withoutAnInputFileThereIsNothingToRead() throws IOException {
        assertThat(launch(child("input")).outcome()).isEqualTo(new Outcome.Completed());
        assertThat(printed()).isEmpty();
    }

    @Test
    void theDirectoryMayHaveSpacesQuotesAndLineBreaksInItsName() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("a \"dir\"\n'of' \u00fc"));

        launch(child("directory").inDirectory(odd));

        assertThat(printed()).isEqualTo(odd.toRealPath().toString());
    }

    @Test
    void outputPastTheLimitEndsTheChild() {
        Execution execution = launch(child("print", "50").outputLimit(1 << 20));

        assertThat(execution.outcome()).isEqualTo(new Outcome.OutputTooLarge(1 << 20));
        assertThat(execution.stdout().bytes()).isEqualTo(1 << 20);
    }

    @Test
    void outputPastTheLimitIsToldOfAChildThatIgnoresIt() {
        Execution execution = launch(child("ignore-limit", "50").outputLimit(1 << 20));

        assertThat(execution.outcome()).isEqualTo(new Outcome.OutputTooLarge(1 << 20));
    }

    @Test
    void muchOutputBelowTheLimitIsKeptWhole() {
        Execution execution = launch(child("print", "50").outputLimit(64 << 20));

        assertThat(execution.outcome()).isEqualTo(new Outcome.Completed());
        assertThat(execution.stdout().bytes()).isEqualTo(50 << 20);
    }

    @Test
    void aChildThatClosesItsStreamsIsStillFollowedToItsEnd() {
        assertThat(launch(child("close-streams")).outcome()).isEqualTo(new Outcome.Completed());
    }

    @Test
    void standardErrorIsKeptApart() throws IOException {
        Execution execution = launch(child("what is this"));

        assertThat(execution.outcome()).isEqualTo(new Outcome.NonZeroExit(2));
        assertThat(execution.stdout().bytes()).isZero();
        assertThat(Files.readString(execution.stderr().file())).isEqualTo("unknown behaviour 'what is this'\n");
    }

    @Test
    void aTimeoutEndsAChildThatIgnoresTheTerminationSignal() throws IOException {
        Execution execution = launch(child("ignore-sigterm").timeout(Duration.ofMillis(600)));

        assertThat(execution.outcome()).isEqualTo(new Outcome.TimedOut(Duration.ofMillis(600)));
        assertThat(execution.usage().orElseThrow().wall()).isBetween(Duration.ofMillis(600), Duration.ofSeconds(5));
        Processes.awaitEnd(Processes.recordedIn(folder.resolve("child.pid")));
    }

    @Test
    void aTimeoutEndsTheDaemonsOfTheChildToo() throws IOException {
        Execution execution = launch(child("both-and-hang").timeout(Duration.ofMillis(600)));

        assertThat(execution.outcome()).isInstanceOf(Outcome.TimedOut.class);
        assertThat(execution.survivors()).isEqualTo(1);
        Processes.awaitEnd(Processes.recordedIn(folder.resolve("child.pid")));
        Processes.awaitEnd(Processes.recordedIn(folder.resolve("daemon.pid")));
    }

    @Test
    void aDaemonThatOutlivesItsChildIsEndedAndCounted() throws IOException {
        Execution execution = launch(child("daemon"));

        assertThat(execution.outcome()).isEqualTo(new Outcome.Completed());
        assertThat(execution.survivors()).isEqualTo(1);
        Processes.awaitEnd(Processes.recordedIn(folder.resolve("daemon.pid")));
    }

    @Test
    void manyChildrenOfTheChildAreEndedAndCounted() {
        assertThat(launch(child("fork", "100")).survivors()).isEqualTo(100);
    }

    @Test
    void closingEndsALaunchThatGoesOnInAnotherThread() throws Exception {
        CompletableFuture<Execution> launch = CompletableFuture.supplyAsync(
                () -> launcher.launch(child("both-and-hang").build()));
        long child = Processes.recordedIn(folder.resolve("child.pid"));

        launcher.close();

        assertThat(launch.get(20, TimeUnit.SECONDS).outcome()).isEqualTo(new Outcome.Interrupted());
        Processes.awaitEnd(child);
        Processes.awaitEnd(Processes.recordedIn(folder.resolve("daemon.pid")));
        assertThat(launch(child("exit", "0")).outcome()).isEqualTo(new Outcome.Interrupted());
    }

    @Test
    void peakMemoryOfALongEnoughChildIsAboutWhatItTouched() {
        Execution execution = launch(child("touch-and-sleep", "200"));

        assertThat(execution.usage().orElseThrow().maxRssBytes().orElseThrow() / 1e6)
                .isCloseTo(200 * 1.048576, within(4.0));
    }

    AnInvocation child(String... arguments) {
        return AnInvocation.in(folder).runningChild(arguments);
    }

    Execution launch(AnInvocation invocation) {
        return launcher.launch(invocation.build());
    }

    String printed() throws IOException {
        return new String(Files.readAllBytes(folder.resolve("standard-output")), UTF_8);
    }
}
