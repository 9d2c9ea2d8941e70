package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.endtoend.LentCache;
import dev.tarebench.benchmarks.endtoend.OwnGuest;
import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a user's machine may hand to Tare that a careless program trips over. */
final class InputFaults {

    /** Everything that a shell, a line-wise format or an ASCII program takes for something else. */
    private static final String NAME = "a 'b' \"c\" $(d) `e` \\f\n--g; h=i & {j} %s é 日本 😀";

    private static final int VARIABLES = 100_000;

    private InputFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "an environment of 100,000 variables",
                        "starts Tare with 100,000 variables more",
                        "a guest sees none of them; the run completes",
                        InputFaults::hugeEnvironment),
                new Fault(
                        "a file name of spaces, quotes, line breaks and unicode: output folder and catalogue",
                        "names both folders so",
                        "the run completes, and the summary is in that folder",
                        InputFaults::oddFolder),
                new Fault(
                        "a file name of spaces, quotes and unicode: cache",
                        "names the cache so, and runs natively and in Wasmtime ahead of time",
                        "the run completes",
                        InputFaults::oddHome),
                new Fault(
                        "a line break in the cache's name",
                        "names the cache so",
                        "told before anything is made, since no compiler can read it; exit code 3",
                        InputFaults::brokenHome),
                new Fault(
                        "arguments of spaces, quotes, line breaks and unicode",
                        "gives such an argument to a guest that prints it",
                        "it arrives as it is, natively and in Wasmtime; the run completes",
                        InputFaults::oddArgument),
                new Fault(
                        "the locale is Turkish",
                        "runs under `tr_TR` with dotless i and decimal comma",
                        "the run completes; its files hold decimal points",
                        InputFaults::otherLocale),
                new Fault(
                        "a catalogue that is not there",
                        "names a missing folder by `--catalogue`",
                        "told by name; exit code 2",
                        ground -> {
                            CommandResult result = ground.tare(
                                    "list", "--catalogue=" + ground.folder().resolve("nothing"));
                            assertThat(result.output()).contains("nothing is not a folder");
                            assertThat(result.exit()).isEqualTo(2);
                        }),
                new Fault(
                        "20 kinds of broken catalogue files",
                        "puts all files of the table below into one catalogue",
                        "all are told at once, each with its file, its key and what was meant; exit code 3",
                        BrokenFile::assertAllAreTold));
    }

    private static void hugeEnvironment(Ground ground) throws Exception {
        ground.guest("""
                extern char **environ;
                int count = 0;
                while (environ[count] != NULL) count++;
                return count > 10;
                """);
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < VARIABLES; i++) {
            variables.put("V" + Integer.toString(i, 36), "");
        }
        Ground crowded = new Ground(ground.home(), ground.folder(), variables);

        CommandResult result = crowded.measure(OwnGuest.CELL, "--rounds=2");

        assertThat(result.exit()).as(result.output()).isZero();
    }

    private static void oddFolder(Ground ground) throws Exception {
        Ground odd = ground.withFolder(Files.createDirectory(ground.folder().resolve(NAME)));

        CommandResult result = odd.guest("return 0;").measure(OwnGuest.CELL, "--rounds=1");

        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(odd.out().resolve("summary.md")).exists();
        assertThat(odd.tare("report", odd.out().toString()).exit()).isZero();
    }

    private static void oddHome(Ground ground) throws Exception {
        Ground odd = ground.withHome(LentCache.in(ground.folder().resolve(NAME.replace("\n", ""))));

        CommandResult result = odd.guest("return 0;").measure("startup/own-c@(native|wasmtime-aot)", "--rounds=1");

        assertThat(result.exit()).as(result.output()).isZero();
        odd.assertNothingIsLeft();
    }

    private static void brokenHome(Ground ground) throws Exception {
        Ground odd = ground.withHome(LentCache.in(ground.folder().resolve(NAME)));

        CommandResult result = odd.guest("return 0;").measure(OwnGuest.CELL, "--rounds=1");

        assertThat(result.output()).contains("line break", "TARE_HOME");
        assertThat(result.exit()).isEqualTo(3);
    }

    private static void oddArgument(Ground ground) throws Exception {
        String toml = '"' + NAME.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        OwnGuest.write(ground.catalogue(), "fputs(argv[1], stdout); return argc != 2;", Digest.ofText(NAME), toml);

        CommandResult result = ground.measure("startup/own-c@(native|wasmtime-cranelift)", "--rounds=1");

        assertThat(result.output()).contains("planned 2, completed 2");
        assertThat(result.exit()).as(result.output()).isZero();
    }

    private static void otherLocale(Ground ground) throws IOException {
        CommandResult result = ground.guest("return 0;")
                .with("JAVA_TOOL_OPTIONS", "-Duser.language=tr -Duser.country=TR")
                .with("LC_ALL", "tr_TR.UTF-8")
                .measure(OwnGuest.CELL, "--rounds=2");

        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(Files.readString(ground.out().resolve("summary.md"))).containsPattern("\\d\\.\\d");
        assertThat(ground.tare("report", ground.out().toString()).exit()).isZero();
    }
}
