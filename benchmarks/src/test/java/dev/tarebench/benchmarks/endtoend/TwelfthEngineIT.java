package dev.tarebench.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.JournalReader;
import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of CONTRIBUTING.md, done as it says: an engine is one file in a catalogue of one's own. */
final class TwelfthEngineIT {

    private static final Path CONTRIBUTING = Path.of("..", "CONTRIBUTING.md");
    private static final Pattern EXAMPLE = Pattern.compile("```toml\n(.*?id = \"(.*?)\".*?)```", Pattern.DOTALL);

    @TempDir
    Path place;

    private String engine = "";

    @BeforeAll
    static void needsTheCompiler() {
        Jar.bring("zig");
    }

    @BeforeEach
    void writeTheFile() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(CONTRIBUTING));
        assertThat(example.find()).as("CONTRIBUTING.md shows an engine's file").isTrue();
        engine = example.group(2);
        Path engines = Files.createDirectories(place.resolve("engines"));
        Files.writeString(engines.resolve(engine + ".toml"), example.group(1));
        CommandResult brought = Jar.run("provision", engine, catalogue());
        if (brought.exit() != 0) {
            Requirement.missing("wasmtime", brought.output());
        }
    }

    private String catalogue() {
        return "--catalogue=" + place;
    }

    private CommandResult measure(String program) {
        return Jar.run(
                "run",
                "%s@%s-.*".formatted(program, engine),
                "--size=mini",
                "--rounds=1",
                catalogue(),
                "--out=" + place.resolve("out"));
    }

    @Test
    void isListedBesideTheOthers() {
        CommandResult result = Jar.run("list", "startup/hello-c@wasmtime.*", catalogue());

        assertThat(result.output())
                .contains("startup/hello-c@%s-aot ".formatted(engine), "startup/hello-c@wasmtime-aot ");
    }

    @Test
    void tellsItsGuestsInWhichFolderToWork() throws IOException {
        Path file = place.resolve("engines").resolve(engine + ".toml");
        Files.writeString(file, "folder = \"/elsewhere\"\n" + Files.readString(file));

        CommandResult result = measure("workloads/sort-cpp");

        assertThat(result.output()).contains("planned 2, completed 2, failed 0, unavailable 0");
    }

    /** The guest's own begin mark stands for what an engine says when it interprets what it should not. */
    @Test
    void isNoSampleWhereItDoesSomethingElseThanItsMode() throws IOException {
        Path file = place.resolve("engines").resolve(engine + ".toml");
        Files.writeString(
                file,
                Files.readString(file).replaceFirst("tier = \"ahead-of-time\"", "$0\nfallback = \"^@tare begin \""));

        CommandResult result = measure("startup/hello-c");

        assertThat(result.output())
                .contains("planned 2, completed 1, failed 1")
                .contains("the engine did not do what its mode is about: @tare begin ");
    }

    @Test
    void isMeasuredInEveryModeThatItsFileNames() {
        CommandResult result = measure("startup/hello-c");

        assertThat(result.output()).contains("planned 2, completed 2, failed 0, unavailable 0");
        assertThat(result.exit()).isZero();
        List<JournalLine> lines = new ArrayList<>();
        JournalReader.read(place.resolve("out").resolve("samples.jsonl"), lines::add);
        assertThat(lines)
                .allMatch(line -> line.outcome().equals("completed"))
                .anySatisfy(line -> assertThat(line.metrics()).containsKeys("compileNs", "compiledBytes"));
    }
}
