package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/**
 * A catalogue file with one mistake, made of a right one.
 *
 * @param right the part of the right file that is replaced; empty: the whole file
 * @param wrong what stands there instead; {@code ~} is a line break
 * @param told what is said of it, behind the file's name
 */
record BrokenFile(String kind, String right, String wrong, String told) {

    private static final String RIGHT = """
            id = "ID"
            name = "Engine"
            version = { args = ["--version"], pattern = "(.*)" }
            install = { kind = "path", file = "engine", remedy = "none" }
            [modes.one]
            tier = "interpreter"
            run = ["{engine}", "{dirs:--dir={host}::{guest}}", "{module}", "{args}"]
            """;

    static List<BrokenFile> all() {
        return List.of(
                new BrokenFile("not TOML", "name = \"Engine\"", "name = ", "is not TOML"),
                new BrokenFile("not UTF-8", "", "\u0000", "is not TOML"),
                new BrokenFile("empty", "", "", "id: is missing"),
                new BrokenFile("a key twice", "name = \"Engine\"", "name = \"a\"~name = \"b\"", "is not TOML"),
                new BrokenFile(
                        "a misspelt key",
                        "name =",
                        "nam =",
                        "nam: is not a key that is known here; did you mean 'name'?"),
                new BrokenFile("a key that is missing", "tier = \"interpreter\"", "", "modes.one.tier: is missing"),
                new BrokenFile("a number for a text", "\"Engine\"", "7", "name: must be a text"),
                new BrokenFile(
                        "a text for a list",
                        "[\"--version\"]",
                        "\"--version\"",
                        "version.args: must be a list of texts"),
                new BrokenFile("a list of numbers", "[\"--version\"]", "[1]", "version.args: must be a list of texts"),
                new BrokenFile(
                        "a text for a table",
                        "{ kind = \"path\", file = \"engine\", remedy = \"none\" }",
                        "\"pip\"",
                        "install"),
                new BrokenFile("a list for a table", "[modes.one]", "[[modes]]", "modes"),
                new BrokenFile("no table at all", "[modes.one]", "[moods.one]", "modes: is missing"),
                new BrokenFile(
                        "an id that is none", "\"ID\"", "\"My Engine\"", "must be lower-case words joined by '-'"),
                new BrokenFile("an id that is taken", "\"ID\"", "\"wasmtime\"", "id: 'wasmtime' is already the id of"),
                new BrokenFile("an unknown tier", "\"interpreter\"", "\"interpretr\"", "did you mean 'interpreter'?"),
                new BrokenFile("an unknown kind of install", "\"path\"", "\"pathh\"", "did you mean 'path'?"),
                new BrokenFile(
                        "an unknown placeholder",
                        "{module}",
                        "{modul}",
                        "{modul} is not known here; did you mean 'module'?"),
                new BrokenFile("a placeholder that is not closed", "{guest}}", "{guest}", "is not closed"),
                new BrokenFile(
                        "a list in the middle of an argument",
                        "\"{args}\"",
                        "\"-a{args}\"",
                        "must be an argument of its own"),
                new BrokenFile("what is never compiled", "{module}", "{compiled}", "but the mode has no 'compile'"),
                new BrokenFile("a broken pattern", "(.*)", "(", "version.pattern: is not a regular expression"),
                new BrokenFile("a pattern without a group", "(.*)", ".*", "must have exactly one group"));
    }

    private void writeTo(Path engines, String id) throws IOException {
        String broken = wrong.replace('~', '\n');
        String text = right.isEmpty() ? broken : RIGHT.replace(right, broken);
        Files.writeString(engines.resolve(id + ".toml"), text.replace("\"ID\"", '"' + id + '"'));
        if (kind.equals("not UTF-8")) {
            Files.write(engines.resolve(id + ".toml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        }
    }

    static void assertAllAreTold(Ground ground) throws IOException {
        Path engines = Files.createDirectories(ground.catalogue().resolve("engines"));
        List<BrokenFile> files = new ArrayList<>(all());
        for (int i = 0; i < files.size(); i++) {
            files.get(i).writeTo(engines, "broken-" + i);
        }

        CommandResult result = ground.tare("list", "--catalogue=" + ground.catalogue());

        assertThat(result.exit()).as(result.output()).isEqualTo(3);
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < files.size(); i++) {
            String name = "broken-" + i + ".toml";
            String told = files.get(i).told();
            all.assertThat(result.output().lines())
                    .as(files.get(i).kind())
                    .anyMatch(line -> line.contains(name) && line.contains(told));
        }
        all.assertAll();
    }
}
