package dev.tarebench.toolchains.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.TomlReader;
import dev.tarebench.toolchains.install.AWorkshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolboxTest {

    private static final String ON_PATH = "kind = 'path', file = 'engine', remedy = 'install it'";
    private static final String CHEAP =
            "kind = 'build', file = 'engine', steps = [['sh', '-c', 'echo \"#!/bin/sh\" > engine; echo echo engine 1.0 >> engine; chmod +x engine']]";
    private static final String SLOW = CHEAP + ", cost = 'slow', minutes = 3";

    @TempDir
    Path place;

    private Toolbox toolbox(AWorkshop workshop) {
        return new Toolbox(
                Cache.open(Map.of("TARE_HOME", place.resolve("cache").toString()), Progress.silent()), workshop.open());
    }

    private static ToolDescription engine(String install) {
        return engine(install, "expected = '1.0'");
    }

    private static ToolDescription engine(String install, String versions) {
        Problems problems = new Problems();
        ToolDescription description = TomlReader.parse(
                        new CatalogueFile(
                                "engines/engine.toml",
                                "id = 'engine'\nname = 'Engine'\n"
                                        + "version = { args = [], pattern = 'engine (\\S+)', %s }\n".formatted(versions)
                                        + "install = { %s }\n".formatted(install)),
                        problems)
                .map(table -> ToolDescription.read(table, "engine", Set.of()))
                .orElseThrow();
        problems.throwIfAny();
        return description;
    }

    private Path program(String folder, String prints) throws IOException {
        Path program = Files.createDirectories(place.resolve(folder)).resolve("engine");
        Files.writeString(program, "#!/bin/sh\necho '%s'\n".formatted(prints));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    private AWorkshop naming(Path program) {
        AWorkshop workshop = AWorkshop.in(place);
        Map<String, String> environment = new HashMap<>(workshop.environment());
        environment.put("TARE_ENGINE", program.toString());
        return workshop.withEnvironment(environment);
    }

    @Test
    void whatTheUserNamesBeatsThePath() throws IOException {
        Path named = program("own", "engine 2.0");
        Tool tool = toolbox(naming(named).withProgram("engine", "engine 1.0")).obtain(engine(ON_PATH));

        assertThat(tool.origin()).isEqualTo(Tool.Origin.VARIABLE);
        assertThat(tool.start()).containsExactly(named.toString());
        assertThat(tool.version()).isEqualTo("2.0");
    }

    @Test
    void anotherVersionThanTheFileExpectsIsAWarning() throws IOException {
        Toolbox toolbox = toolbox(naming(program("own", "engine 2.0")));

        assertThat(toolbox.obtain(engine(ON_PATH)).versionWarning())
                .contains("Engine is version 2.0; its file was checked with 1.0");
    }

    @Test
    void aProgramThatWasReplacedIsAskedAgain() throws IOException {
        Path named = program("own", "engine 2.0");
        Tool before = toolbox(naming(named)).obtain(engine(ON_PATH));
        Files.delete(named);
        program("own", "engine 3.0.1");
        Tool after = toolbox(naming(named)).obtain(engine(ON_PATH));

        assertThat(after.version()).isEqualTo("3.0.1");
        assertThat(after.sha256()).isNotEqualTo(before.sha256());
    }

    @Test
    void aVariableThatNamesNoProgramIsToldWithTheVariable() {
        Standing standing = toolbox(naming(place.resolve("nowhere"))).look(engine(CHEAP));

        assertThat(standing)
                .asInstanceOf(type(Standing.Absent.class))
                .satisfies(absent -> assertThat(absent.reason()).contains("TARE_ENGINE", "nowhere"));
    }

    @Test
    void whatOnlyTheSystemCanBringIsAbsentWithItsRemedy() {
        Standing standing = toolbox(AWorkshop.in(place)).look(engine(ON_PATH));

        assertThat(standing)
                .isEqualTo(new Standing.Absent("Engine cannot be had here: engine is not on the PATH", "install it"));
    }

    @Test
    void whatIsCheapComesWhenItIsNeededAndStays() {
        Toolbox toolbox = toolbox(AWorkshop.in(place));
        ToolDescription engine = engine(CHEAP);
        assertThat(toolbox.look(engine)).isInstanceOf(Standing.Obtainable.class);

        Tool tool = toolbox.obtain(engine);

        assertThat(tool.version()).isEqualTo("1.0");
        assertThat(toolbox(AWorkshop.in(place)).look(engine)).isEqualTo(new Standing.Present(tool));
    }

    @Test
    void whatIsSlowComesOnlyWhenItIsAskedFor() {
        Toolbox toolbox = toolbox(AWorkshop.in(place));

        assertThat(toolbox.look(engine(SLOW)))
                .isEqualTo(new Standing.Absent(
                        "Engine is not installed", "benchmarks.jar provision engine (about 3 min)"));
        assertThatThrownBy(() -> toolbox.obtain(engine(SLOW))).isInstanceOf(SetupFailure.class);
        assertThat(toolbox.provision(engine(SLOW)).version()).isEqualTo("1.0");
        assertThat(toolbox.look(engine(SLOW))).isInstanceOf(Standing.Present.class);
    }

    @Test
    void aMissingPackageClientMakesItAbsent() {
        String install = "kind = 'cargo-path', host = 'h', file = 'f'";
        Standing standing = toolbox(AWorkshop.in(place)).look(engine(install));
        Standing withHost =
                toolbox(AWorkshop.in(place).withHost("h/Cargo.toml", "")).look(engine(install));

        assertThat(standing)
                .isEqualTo(new Standing.Absent(
                        "Engine cannot be had here: there is no host 'h'",
                        "name a folder of toolchains/hosts in its file"));
        assertThat(withHost)
                .isEqualTo(new Standing.Absent(
                        "Engine cannot be had here: what brings it is not on the PATH: cargo",
                        "install cargo with the system's packages"));
    }

    @Test
    void whatIsBuiltByTheCataloguesGoIsAbsentWithoutIt() {
        AWorkshop workshop = AWorkshop.in(place).withHost("h/go.mod", "");
        String install = "kind = 'go', host = 'h', file = 'f'";

        assertThat(toolbox(workshop).look(engine(install)))
                .asInstanceOf(type(Standing.Absent.class))
                .satisfies(absent -> assertThat(absent.reason()).contains("nothing here brings go"));
        assertThat(toolbox(workshop.lending(new AWorkshop.OneTool(Path.of("/lent/go"), "1")))
                        .look(engine(install)))
                .isInstanceOf(Standing.Obtainable.class);
    }

    @Test
    void aProgramOnThePathThatIsTooOldIsPassedOver() {
        AWorkshop workshop = AWorkshop.in(place).withProgram("python3", "").withProgram("engine", "engine 1.9");
        String install = "kind = 'pip', package = 'p', version = '1.10', file = 'engine'";

        assertThat(toolbox(workshop).look(engine(install, "expected = '1.10', least = '1.10'")))
                .isInstanceOf(Standing.Obtainable.class);
        assertThat(toolbox(workshop).look(engine(install, "expected = '1.10', least = '1.9'")))
                .isInstanceOf(Standing.Present.class);
    }

    @Test
    void anInstallationThatFailsIsToldAndLeavesNothing() throws IOException {
        Toolbox toolbox = toolbox(AWorkshop.in(place));

        assertThatThrownBy(() -> toolbox.obtain(engine("kind = 'build', file = 'f', steps = [['false']]")))
                .isInstanceOf(SetupFailure.class)
                .hasMessageContaining("false ended with exit code 1");
        assertThat(place.resolve("cache").resolve("tools")).isEmptyDirectory();
    }

    @Test
    void aToolWhoseTemplatesNameAnotherIsBoundToIt() {
        AWorkshop workshop = AWorkshop.in(place).lending(new AWorkshop.OneTool(Path.of("/lent/zig"), "1"));
        Toolbox toolbox = toolbox(workshop);
        ToolDescription description = engine(CHEAP).naming(Set.of("zig", "module"));

        assertThat(toolbox.obtain(description).places()).containsEntry("zig", "/lent/zig");
        assertThat(toolbox.environmentOfOthers(description)).containsExactly(Map.entry("LENT", "1"));
    }

    @Test
    void aToolWithoutTheOtherThatItNamesIsAbsent() {
        ToolDescription description = engine(CHEAP).naming(Set.of("zig"));

        assertThat(toolbox(AWorkshop.in(place)).look(description))
                .asInstanceOf(type(Standing.Absent.class))
                .satisfies(absent -> assertThat(absent.reason()).contains("zig"));
    }
}
