package dev.tarebench.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interrupt while cells are prepared, of which there are many more than hands, and none of which would ever be. */
final class InterruptIT {

    /** Its compiler waits for a time by which it can be told from everybody else's sleep. */
    private static final String WAIT = "86397.25";

    /** A step that ends well when it is asked to end, so that another is begun after the interrupt. */
    private static final String OBEDIENT =
            "import signal, sys; signal.signal(signal.SIGTERM, lambda *_: sys.exit(0)); open(sys.argv[1], 'w'); signal.pause()";

    private static final String ENGINE = """
            id = "patient"
            name = "The patient one"
            version = { args = ["--version"], pattern = "sleep .* (\\\\S+)" }
            install = { kind = "path", file = "sleep", remedy = "install coreutils" }

            [modes.aot]
            tier = "ahead-of-time"
            compile = [%s]
            run = ["{compiled}", "{args}"]
            """;

    private static final String SLEEP = "[\"{engine}\", \"" + WAIT + "\"]";

    @TempDir
    Path folder;

    @BeforeAll
    static void needsTheCompiler() {
        Jar.bring("zig");
    }

    @Test
    void endsThePreparationAndNotByItsPatience() throws Exception {
        interruptOnce(() -> waiting().findAny().isPresent(), SLEEP);
    }

    @Test
    void endsWhatIsBegunAfterIt() throws Exception {
        Path obeys = folder.resolve("obeys");

        interruptOnce(
                () -> Files.exists(obeys),
                "[\"python3\", \"-c\", \"%s\", \"%s\"], %s".formatted(OBEDIENT, obeys, SLEEP));
    }

    private void interruptOnce(BooleanSupplier begun, String steps) throws Exception {
        Path engines = Files.createDirectories(folder.resolve("catalogue").resolve("engines"));
        Files.writeString(engines.resolve("patient.toml"), ENGINE.formatted(steps));
        Path said = folder.resolve("said.txt");
        Process run = start(said);
        try {
            Waiting.until(() -> begun.getAsBoolean() || !run.isAlive());
            assertThat(run.isAlive()).as(Files.readString(said)).isTrue();
            run.destroy();
            assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            run.destroyForcibly().waitFor();
        }

        assertThat(said).content().contains("interrupted while preparing").doesNotContain("did not end within");
        assertThat(run.exitValue()).isIn(130, 143);
        assertThat(waiting()).isEmpty();
        assertThat(folder.resolve("out").resolve("samples.jsonl")).doesNotExist();
    }

    private Process start(Path said) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Jar.command(
                        "run",
                        "polybench/.*@patient-aot",
                        "--size=mini",
                        "--catalogue=" + folder.resolve("catalogue"),
                        "--out=" + folder.resolve("out")))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        Map<String, String> home =
                Map.of("TARE_HOME", LentCache.in(folder.resolve("home")).toString());
        builder.environment().putAll(home);
        return builder.start();
    }

    private static Stream<ProcessHandle> waiting() {
        Predicate<String[]> ours = arguments -> arguments.length == 1 && arguments[0].equals(WAIT);
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().filter(ours).isPresent());
    }
}
