package dev.tarebench.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.JournalReader;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images from a registry, as a user measures them: sizes and pulls are what they are said to be, and nothing is left. */
final class ImagesIT {

    private static final String GUEST = "startup/hello-c";

    @TempDir
    Path folder;

    @BeforeAll
    static void needsAnEngineAndARegistry() throws IOException {
        needs("docker");
    }

    private static void needs(String front) throws IOException {
        JsonNode cells = new ObjectMapper()
                .readTree(Jar.run("list", "images/pull/%s@%s-scratch".formatted(GUEST, front), "--json")
                        .standardOutput());
        JsonNode cell = cells.path(0);
        if (!cell.path("available").asBoolean()) {
            Requirement.missing(front, cell.path("reason").asText());
        }
    }

    private CommandResult measure(String regex, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("run", regex, "--size=mini", "--prime=0", "--out=" + folder.resolve("out")));
        arguments.addAll(List.of(more));
        return Jar.run(arguments.toArray(String[]::new));
    }

    private List<JournalLine> journal() {
        List<JournalLine> lines = new ArrayList<>();
        JournalReader.read(folder.resolve("out").resolve("samples.jsonl"), lines::add);
        return lines;
    }

    /** Containers and images with our label that belong to this process. */
    private static String left(long pid) {
        String filter = "--filter=label=dev.tarebench";
        String all = Command.of("docker", "ps", "--all", filter, "--format={{.Names}}")
                        .run()
                        .standardOutput()
                + Command.of("docker", "images", filter, "--format={{.Repository}}:{{.Tag}}")
                        .run()
                        .standardOutput();
        Optional<String> ours = all.lines()
                .filter(line -> line.contains("tare-" + pid + "-"))
                .reduce((one, other) -> one + " " + other);
        return ours.orElse("");
    }

    @Test
    void aPullBringsTheWholeImageAndASizeHasNoTime() throws IOException {
        CommandResult result = measure("images/(pull|size)/" + GUEST + "@docker-scratch", "--rounds=2");

        assertThat(result.output()).contains("planned 2, completed 2, failed 0");
        assertThat(journal()).hasSize(4).allSatisfy(line -> {
            Map<String, Long> metrics = line.metrics();
            assertThat(metrics.get("layers")).isEqualTo(1);
            if (line.cell().operation().equals("pull")) {
                assertThat(metrics.get("pulledBytes")).isEqualTo(metrics.get("compressedBytes"));
                assertThat(metrics.get("pullNs")).isEqualTo(metrics.get("wallNs"));
            } else {
                assertThat(metrics).doesNotContainKeys("wallNs", "pullNs");
                assertThat(metrics.get("imageBytes")).isGreaterThan(metrics.get("compressedBytes"));
            }
        });
        JsonNode results = new ObjectMapper()
                .readTree(Files.readString(folder.resolve("out").resolve("results.json")));
        assertThat(results)
                .extracting(element ->
                        element.path("primaryMetric").path("scoreUnit").asText())
                .containsExactlyInAnyOrder("ms/op", "MiB");
    }

    @Test
    void aModuleIsPulledAndWeighedInItsImages() {
        CommandResult result = measure("images/(pull|size)/" + GUEST + "@docker-(wasm|wasi|artifact)", "--rounds=1");

        assertThat(result.output()).contains("planned 4, completed 4, failed 0").doesNotContain("Fat:");
        List<JournalLine> weighed = journal().stream()
                .filter(line -> line.cell().operation().equals("size"))
                .toList();
        assertThat(weighed)
                .extracting(line -> line.cell().platform())
                .containsExactlyInAnyOrder("linux/amd64", "wasi/wasm", "wasi/wasm");
        // One module, which an archive packs and an artifact does not.
        assertThat(weighed)
                .extracting(line -> line.metrics().get("imageBytes"))
                .containsOnly(weighed.get(0).metrics().get("imageBytes"));
        assertThat(weighed)
                .filteredOn(line -> line.metrics().getOrDefault("compressedBytes", 0L)
                        > line.metrics().getOrDefault("imageBytes", 0L))
                .extracting(line -> line.cell().target())
                .containsExactly("docker-artifact");
    }

    /** Rust's guest is built of crates and Go's of modules, which their images must find without a network. */
    @Test
    void aFatImageWeighsItsCompilerToo() {
        Jar.bring("rust");
        Jar.bring("go");

        CommandResult result = measure(
                "images/size/(startup/hello-c|functions/(whatlang-rust|matmul-go))(~fat)?@docker-debian", "--rounds=1");

        assertThat(result.output()).contains("planned 6, completed 6, failed 0").contains("fat unpacked MiB");
        assertThat(unpacked("startup/hello-c~fat")).isGreaterThan(unpacked("startup/hello-c") + (100 << 20));
        assertThat(unpacked("functions/whatlang-rust~fat"))
                .isGreaterThan(unpacked("startup/hello-c~fat") + (100 << 20));
        assertThat(unpacked("functions/matmul-go~fat")).isGreaterThan(unpacked("functions/matmul-go") + (200 << 20));
    }

    /** Podman has no daemon: its client writes a layer that is larger than any guest's output may be. */
    @Test
    void aPullMayWriteWhatTheImageHolds() throws IOException {
        needs("podman");
        Jar.bring("rust");

        CommandResult result = measure("images/pull/functions/whatlang-rust~fat@podman-debian", "--rounds=1");

        assertThat(result.output()).contains("planned 1, completed 1, failed 0");
        assertThat(journal())
                .singleElement()
                .satisfies(line -> assertThat(line.metrics().get("pulledBytes")).isGreaterThan(256 << 20));
    }

    private long unpacked(String program) {
        return journal().stream()
                .filter(line -> line.cell().id().equals("images/size/%s@docker-debian".formatted(program)))
                .mapToLong(line -> line.metrics().getOrDefault("imageBytes", 0L))
                .sum();
    }

    @Test
    void aFatImageThatCannotBeBuiltSaysWhatItsCompilerSaid() throws IOException {
        Path catalogue = OwnGuest.write(folder.resolve("catalogue"), """
                return 0; }
                #ifndef __clang__
                #error "this guest is not for Debian's compiler"
                #endif
                static inline void end(void) {""");

        CommandResult result =
                measure("images/size/startup/own-c(~fat)?@docker-debian", "--rounds=1", "--catalogue=" + catalogue);

        assertThat(result.output()).contains("planned 2, completed 1, failed 1");
        assertThat(journal())
                .filteredOn(line -> !line.isSample())
                .singleElement()
                .extracting(line -> line.reason().orElse(""), STRING)
                .contains("Docker did not build", "error \"this guest is not for Debian's compiler\"");
    }

    private Process runWithoutEnd() throws IOException {
        return runWithoutEnd(System.getenv("PATH"));
    }

    private Process runWithoutEnd(String path) throws IOException {
        ProcessBuilder run = new ProcessBuilder(Jar.command(
                        "run",
                        "(images/pull/)?" + GUEST + "@(docker|crun)-scratch",
                        "--size=mini",
                        "--rounds=100000",
                        "--out=" + folder.resolve("out")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        run.environment().put("PATH", path);
        return run.start();
    }

    @Test
    void whatAKilledRunLeavesIsGoneAfterTheNextStart() throws IOException {
        Process run = runWithoutEnd();
        try {
            Waiting.until(() -> Files.exists(folder.resolve("out").resolve("samples.jsonl")));
            assertThat(left(run.pid())).isNotEmpty();
        } finally {
            run.destroyForcibly();
            run.onExit().join();
        }

        assertThat(Jar.run("clean").output()).doesNotContain("does not answer");
        assertThat(left(run.pid())).isEmpty();
    }

    /** SIGTERM, which Ctrl-C comes to as well: what cleans up is started when the JVM ends already. */
    @Test
    void anInterruptedRunLeavesNothing() throws IOException {
        Process run = runWithoutEnd();
        try {
            Waiting.until(() -> Files.exists(folder.resolve("out").resolve("samples.jsonl")));
        } finally {
            run.destroy();
            run.onExit().join();
        }

        assertThat(left(run.pid())).isEmpty();
    }

    /** What is asked of an engine while it removes much takes longer than the end of an execution may. */
    @Test
    void anInterruptedRunWaitsForASlowEngine() throws IOException {
        Path slow = folder.resolve("slow");
        Path programs = Files.createDirectory(folder.resolve("programs"));
        Path client = Files.writeString(programs.resolve("docker"), """
                #!/bin/sh
                case "$*" in *"image rm"*) rm "%s" 2>/dev/null && sleep 25 ;; esac
                PATH='%s' exec docker "$@"
                """.formatted(slow, System.getenv("PATH")));
        Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwxr-xr-x"));
        Process run = runWithoutEnd(programs + ":" + System.getenv("PATH"));
        try {
            Waiting.until(() -> Files.exists(folder.resolve("out").resolve("samples.jsonl")));
            Files.createFile(slow);
        } finally {
            run.destroy();
            run.onExit().join();
        }

        assertThat(slow).doesNotExist();
        assertThat(left(run.pid())).isEmpty();
    }

    @Test
    void aPlatformThatCannotRunHereIsSaidToBeOne() {
        CommandResult result = Jar.run("list", GUEST + "@docker-scratch-riscv64");

        assertThat(result.output())
                .contains("unavailable: this machine's processor cannot execute what is in an image for linux/riscv64");
    }

    @Test
    void withoutADaemonTheReasonIsSaid() {
        CommandResult result =
                Jar.run(Map.of("DOCKER_HOST", "unix:///nowhere/docker.sock"), "list", GUEST + "@docker-scratch");

        assertThat(result.output()).contains("unavailable: no daemon of Docker listens at /nowhere/docker.sock");
    }
}
