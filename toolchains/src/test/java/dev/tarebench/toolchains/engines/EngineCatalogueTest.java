package dev.tarebench.toolchains.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarebench.toolchains.catalogue.BrokenCatalogue;
import dev.tarebench.toolchains.catalogue.Problems;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineCatalogueTest {

    @Test
    void aRightFileHasNoProblems() {
        assertThat(EngineFile.problems(EngineFile.right())).isEmpty();
    }

    @Test
    void whatAllModesLackIsLackedByEachOfThem() {
        Mode mode = Optional.ofNullable(EngineFile.read(EngineFile.right()).get("engine"))
                .map(engine -> engine.modes().get("aot"))
                .orElseThrow();

        assertThat(mode.lacks()).containsEntry("simd", new Lack("refused", "issue 1"));
        assertThat(mode.tier()).isEqualTo(Tier.AHEAD_OF_TIME);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name = \"Engine\" | nam = \"Engine\" | engines/engine.toml: nam: is not a key that is known here; did you mean 'name'?",
                "reason = \"refused\" | raeson = \"refused\" | engines/engine.toml: lacks.simd.raeson: is not a key that is known here; did you mean 'reason'?",
                "compile = | complie = | engines/engine.toml: modes.aot.complie: is not a key that is known here; did you mean 'compile'?",
                "file = | fil = | engines/engine.toml: install.fil: is not a key that is known here; did you mean 'file'?",
                "expected = | expect = | engines/engine.toml: version.expect: is not a key that is known here; did you mean 'expected'?",
                "{module} | {modul} | engines/engine.toml: modes.aot.compile: the placeholder {modul} is not known here; did you mean 'module'?",
                "{host}:: | {hots}:: | engines/engine.toml: modes.aot.run: the placeholder {hots} is not known here; did you mean 'host'?",
                "tier = | environment = { HOME = \"{cash}\" }~tier = | engines/engine.toml: modes.aot.environment.HOME: the placeholder {cash} is not known here; did you mean 'cache'?",
                "[\"--version\"] | [\"{module}\"] | engines/engine.toml: version.args: the placeholder {module} is not known here; known: engine, hosts, install",
                "\"{args}\" | \"--args={args}\" | engines/engine.toml: modes.aot.run: {args} becomes several arguments and must be an argument of its own",
                "{dirs:--dir={host}::{guest}} | {dirs} | engines/engine.toml: modes.aot.run: {dirs} needs what to repeat, as in {dirs:…}",
                "{dirs:--dir={host}::{guest}} | --dir={host} | engines/engine.toml: modes.aot.run: {host} means something only inside the list that it is a part of",
                "{dirs:--dir={host}::{guest}} | {dirs:--dir={name}} | engines/engine.toml: modes.aot.run: {name} means something only inside the list that it is a part of",
                "{module} | {module:x} | engines/engine.toml: modes.aot.compile: {module} is one thing and has nothing to repeat after a ':'",
                "{dirs:--dir={host}::{guest}} | {dirs:--dir={host} | engines/engine.toml: modes.aot.run: the placeholder in '{dirs:--dir={host}' is not closed",
                "ahead-of-time | ahead-of-tiem | engines/engine.toml: modes.aot.tier: 'ahead-of-tiem' is not known; did you mean 'ahead-of-time'?",
                "kind = \"pip\" | kind = \"pipp\" | engines/engine.toml: install.kind: 'pipp' is not known; did you mean 'pip'?",
                "tier = \"ahead-of-time\" | # | engines/engine.toml: modes.aot.tier: is missing",
                "name = \"Engine\" | name = 7 | engines/engine.toml: name: must be a text",
                "[\"--version\"] | \"--version\" | engines/engine.toml: version.args: must be a list of texts",
                "[\"--version\"] | [1] | engines/engine.toml: version.args: must be a list of texts",
                "engine (\\\\S+) | engine ( | engines/engine.toml: version.pattern: is not a regular expression: Unclosed group",
                "engine (\\\\S+) | engine \\\\S+ | engines/engine.toml: version.pattern: must have exactly one group, around the version",
                "id = \"engine\" | id = \"My Engine\" | engines/engine.toml: id: 'My Engine' must be lower-case words joined by '-'",
                "name = \"Engine\" | name = \"Engine\"~folder = \"work\" | engines/engine.toml: folder: is 'work', but a guest's name of its folder begins with /",
                "name = \"Engine\" | name = Engine | engines/engine.toml: is not TOML (line 2): Unknown token",
            })
    void everyMistakeIsNamedWithItsPlaceAndWhatWasMeant(String part, String mistake, String problem) {
        assertThat(EngineFile.problems(EngineFile.right().with(part, mistake.replace('~', '\n'))))
                .anyMatch(found -> found.startsWith(problem));
    }

    @Test
    void aModeThatRunsWhatItNeverCompilesIsAMistake() {
        EngineFile file = EngineFile.right()
                .with("compile = [\"{engine}\", \"compile\", \"-o\", \"{compiled}\", \"{module}\"]\n", "");

        assertThat(EngineFile.problems(file))
                .containsExactly("engines/engine.toml: modes.aot.run: uses {compiled}, but the mode has no 'compile'");
    }

    @Test
    void anEngineWithoutModesIsAMistake() {
        EngineFile file = EngineFile.right().with("[modes.aot]", "[moods.aot]");

        assertThat(EngineFile.problems(file))
                .containsExactlyInAnyOrder(
                        "engines/engine.toml: modes: is missing: an engine has at least one",
                        "engines/engine.toml: moods: is not a key that is known here; did you mean 'modes'?");
    }

    @Test
    void twoFilesWithOneIdAreAMistakeOfTheSecond() {
        assertThat(EngineFile.problems(EngineFile.right(), EngineFile.right().at("engines/twin.toml")))
                .containsExactly("engines/twin.toml: id: 'engine' is already the id of engines/engine.toml");
    }

    @Test
    void allMistakesOfAllFilesAreToldAtOnce() {
        Problems problems = new Problems();
        EngineFile.read(
                problems,
                EngineFile.right().with("name = \"Engine\"", "nam = \"Engine\"").with("ahead-of-time", "aot"),
                EngineFile.right()
                        .at("engines/other.toml")
                        .with("id = \"engine\"", "id = \"other\"")
                        .with("{module}", "{moduel}"));

        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOf(BrokenCatalogue.class)
                .hasMessageStartingWith("the catalogue has 4 mistake(s):")
                .hasMessageContaining("engines/engine.toml: name: is missing")
                .hasMessageContaining("engines/engine.toml: nam: is not a key")
                .hasMessageContaining("engines/engine.toml: modes.aot.tier: 'aot' is not known")
                .hasMessageContaining("engines/other.toml: modes.aot.compile: the placeholder {moduel}");
    }
}
