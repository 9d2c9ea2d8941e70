package dev.tarebench.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installing that was cut off leaves neither files nor processes that the next one trips over. */
final class ProvisionIT {

    /** Until it is told to go on it is half done, with a process of its own that knows nothing of the one that waits. */
    private static final String BUILD = """
            set -e
            echo half > "$2/half"
            echo temporary > "$TMPDIR/temporary"
            if [ ! -e "$1/go-on" ]; then
                sleep 3600 &
                echo $! > "$1/worker.new"
                mv "$1/worker.new" "$1/worker"
                wait
            fi
            printf '#!/bin/sh\\necho patient 1.0\\n' > "$2/patient"
            chmod +x "$2/patient"
            """;

    @TempDir
    Path place;

    @BeforeEach
    void twoEnginesOfOurOwn() throws IOException {
        Path build = Files.writeString(place.resolve("build.sh"), BUILD);
        engine("patient", List.of("sh", build.toString(), place.toString(), "{install}"));
        engine("broken", List.of("false"));
    }

    @AfterEach
    void leaveNoWorker() throws IOException {
        if (Files.exists(place.resolve("worker"))) {
            worker().ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private void engine(String id, List<String> step) throws IOException {
        Path engines = Files.createDirectories(place.resolve("catalogue").resolve("engines"));
        Files.writeString(engines.resolve(id + ".toml"), """
                id = "%1$s"
                name = "The %1$s one"
                version = { args = ["--version"], pattern = "%1$s (\\\\S+)" }
                install = { kind = "build", file = "%1$s", cost = "slow", minutes = 7, steps = [["%2$s"]] }

                [modes.only]
                tier = "interpreter"
                run = ["{engine}", "{module}", "{args}"]
                """.formatted(id, String.join("\", \"", step)));
    }

    private Map<String, String> home() {
        return Map.of("TARE_HOME", place.resolve("home").toString());
    }

    private String catalogue() {
        return "--catalogue=" + place.resolve("catalogue");
    }

    private CommandResult tare(String... arguments) {
        return Jar.run(home(), arguments);
    }

    private Process halfWay() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Jar.command("provision", "patient", catalogue()))
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("first.log").toFile());
        builder.environment().putAll(home());
        Process process = builder.start();
        Waiting.until(() -> Files.exists(place.resolve("worker")));
        return process;
    }

    private java.util.Optional<ProcessHandle> worker() throws IOException {
        return ProcessHandle.of(
                Long.parseLong(Files.readString(place.resolve("worker")).strip()));
    }

    private void assertThatNobodyWorks() throws IOException {
        assertThat(worker().filter(ProcessHandle::isAlive)).isEmpty();
    }

    /** What lies where tools are installed, unfinished ones too. */
    private List<String> installed() throws IOException {
        try (Stream<Path> tools = Files.list(place.resolve("home").resolve("tools"))) {
            return tools.map(tool -> String.valueOf(tool.getFileName())).toList();
        }
    }

    private void assertThatTheNextOneSucceeds() throws IOException {
        Files.createFile(place.resolve("go-on"));
        CommandResult next = tare("provision", "patient", catalogue());
        assertThat(next.output()).contains("ready: version 1.0");
        assertThat(next.exit()).isZero();
        assertThat(installed()).singleElement().asString().startsWith("patient-");
    }

    @Test
    void afterAKillTheNextOneEndsWhoeverStillWorksAndBeginsAnew() throws Exception {
        halfWay().destroyForcibly().waitFor();

        assertThatTheNextOneSucceeds();
        assertThatNobodyWorks();
    }

    @Test
    void afterAKillCleanRemovesWhatIsLeft() throws Exception {
        halfWay().destroyForcibly().waitFor();

        CommandResult clean = tare("clean");

        assertThat(clean.output()).contains("removed 1 leftover");
        assertThat(installed()).isEmpty();
        assertThatNobodyWorks();
    }

    @Test
    void cleanRemovesTheBuildsThatAreNotAskedForAnyMore() throws IOException {
        Path goOn = Files.createFile(place.resolve("go-on"));
        tare("provision", "patient", catalogue());
        List<String> before = installed();
        engine(
                "patient",
                List.of("sh", goOn.resolveSibling("build.sh").toString(), place.toString(), "{install}", "2"));
        tare("provision", "patient", catalogue());
        assertThat(installed()).hasSize(2).containsAll(before);

        assertThat(tare("clean", catalogue()).output()).contains("1 tool(s) are there in other builds");
        // Of an engine that it does not know no build is judged.
        assertThat(tare("clean", "--old").output()).doesNotContain("patient");
        assertThat(tare("clean", "--old", catalogue()).output())
                .containsPattern("removed .*" + before.get(0))
                .doesNotContain("other builds");
        assertThat(installed()).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @Test
    void anInterruptLeavesNothing() throws Exception {
        Process first = halfWay();
        first.destroy();

        assertThat(first.waitFor()).isIn(130, 143);
        assertThat(place.resolve("first.log")).content().contains("interrupted");
        assertThat(installed()).isEmpty();
        assertThatNobodyWorks();
        assertThatTheNextOneSucceeds();
    }

    @Test
    void aFailureDoesNotStopTheOthers() throws IOException {
        Files.createFile(place.resolve("go-on"));

        CommandResult result = tare("provision", "broken", "patient", catalogue());

        assertThat(result.output())
                .contains("[1/2] The broken one", "failed:", "[2/2] The patient one", "ready: version 1.0")
                .contains("provisioned 1, failed 1: broken");
        assertThat(result.exit()).isEqualTo(1);
    }

    @Test
    void aProgramThatDoesNotWorkDoesNotStopTheOthers() throws IOException {
        Files.createFile(place.resolve("go-on"));
        Map<String, String> environment =
                Map.of("TARE_HOME", place.resolve("home").toString(), "TARE_BROKEN", "/bin/false");

        CommandResult result = Jar.run(environment, "provision", "broken", "patient", catalogue());

        assertThat(result.output()).contains("failed: The broken one was found but does not work", "TARE_BROKEN");
        assertThat(result.output()).contains("provisioned 1, failed 1: broken");
    }

    @Test
    void listTellsWhatBringsItAndHowLongThatTakes() {
        CommandResult result = tare("list", "startup/hello-c@patient-.*", catalogue());

        assertThat(result.output()).contains("benchmarks.jar provision patient (about 7 min)");
    }
}
