package dev.tarebench.toolchains.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.TomlReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InstallReaderTest {

    private final Problems problems = new Problems();

    private Install read(String table) {
        return TomlReader.parse(new CatalogueFile("engines/engine.toml", "[install]\n" + table), problems)
                .map(InstallReader::read)
                .orElseThrow();
    }

    static Stream<Arguments> kinds() {
        Terms usual = new Terms(new Cost(false, Duration.ofSeconds(30)), List.of(), java.util.Optional.empty());
        HostSources none = new HostSources(List.of());
        return Stream.of(
                Arguments.of(
                        "kind = 'pip'\npackage = 'p'\nversion = '1'\nfile = 'p/p'",
                        new PipInstall("p", "1", Pin.NONE, "p/p", none, usual)),
                Arguments.of(
                        "kind = 'path'\nfile = 'node'\nremedy = 'install it'\nhost = 'node'",
                        new PathInstall("node", "install it", new HostSources(List.of("node")))),
                Arguments.of(
                        "kind = 'maven'\njava = 17\njars = ['g:a:1']\nsources = ['jvm/Host.java']",
                        new MavenInstall(
                                17, Map.of("lib", List.of("g:a:1")), List.of("jvm/Host.java"), Pin.NONE, usual)),
                Arguments.of(
                        "kind = 'maven'\njava = 25\njars = { lib = ['g:a:1'], compiler = ['g:b:2'] }\nsources = []",
                        new MavenInstall(
                                25,
                                Map.of("lib", List.of("g:a:1"), "compiler", List.of("g:b:2")),
                                List.of(),
                                Pin.NONE,
                                usual)),
                Arguments.of("kind = 'go'\nhost = 'h'\nfile = 'h-host'", new GoInstall("h", "h-host", usual)),
                Arguments.of(
                        "kind = 'cargo-path'\nhost = 'h'\nfile = 'bin/h'", new CargoPathInstall("h", "bin/h", usual)),
                Arguments.of(
                        "kind = 'build'\nhost = 'h'\nalso = ['wasi']\nfile = 'h'\ndebian = { suite = 's', packages = ['a', 'b'] }\npip-source = { package = 'p', version = '1' }\ncargo-source = { crate = 'c', version = '2' }",
                        new BuildInstall(
                                new HostSources(List.of("h", "wasi")),
                                List.of(
                                        new DebianTree("s", List.of("a", "b")),
                                        new PipSource("p", "1", Pin.NONE),
                                        new CargoSource("c", "2", Pin.NONE)),
                                List.of(),
                                java.util.Optional.empty(),
                                java.util.Optional.empty(),
                                "h",
                                usual)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindReadsItsKeys(String table, Install expected) {
        assertThat(read(table)).isEqualTo(expected);
        assertThat(problems.found()).isEmpty();
    }

    @Test
    void costAndNeedsAreReadByWhateverIsInstalled() {
        Install install = read(
                "kind = 'go'\nhost = 'h'\nfile = 'f'\ncost = 'slow'\nminutes = 2.5\nneeds = ['cc']\nremedy = 'apt'");

        assertThat(install)
                .isEqualTo(new GoInstall(
                        "h",
                        "f",
                        new Terms(
                                new Cost(true, Duration.ofSeconds(150)), List.of("cc"), java.util.Optional.of("apt"))));
        assertThat(problems.found()).isEmpty();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("kind = 'path'\nfile = 'f'", "install.remedy: is missing"),
                Arguments.of(
                        "kind = 'path'\nfile = 'f'\nremedy = 'r'\ncost = 'slow'",
                        "install.cost: is not a key that is known here"),
                Arguments.of(
                        "kind = 'pip'\npackage = 'p'\nversion = '1'\nfile = 'f'\njava = 17",
                        "install.java: is not a key that is known here"),
                Arguments.of(
                        "kind = 'go'\nhost = 'h'\nfile = 'f'\nsteps = []",
                        "install.steps: is not a key that is known here"),
                Arguments.of("kind = 'go'\nfile = 'f'", "install.host: is missing"),
                Arguments.of("kind = 'cargo-path'\nhost = 'h'\nfiel = 'f'", "install.fiel: is not a key that is known"),
                Arguments.of(
                        "kind = 'maven'\njava = 'x'\njars = ['g:a:1']\nsources = []",
                        "install.java: must be a whole number"),
                Arguments.of(
                        "kind = 'maven'\njava = 17\njars = ['g:a']\nsources = []",
                        "install.jars: 'g:a' is not group:artifact:version"),
                Arguments.of(
                        "kind = 'build'\nfile = 'f'\nsteps = [['{zigg}', 'cc']]",
                        "install.steps: the placeholder {zigg} is not known here; did you mean 'zig'?"),
                Arguments.of(
                        "kind = 'build'\nfile = 'f'\nstart = ['{hosts}/x']",
                        "install.start: the placeholder {hosts} is not known here"),
                Arguments.of(
                        "kind = 'build'\nfile = 'f'\ndebian = { suite = 's', package = ['a'] }",
                        "install.debian.package: is not a key that is known here; did you mean 'packages'?"),
                Arguments.of("kind = 'go'\nhost = 'h'\nfile = 'f'\ncost = 'dear'", "install.cost: 'dear' is not known"),
                Arguments.of(
                        "kind = 'go'\nhost = 'h'\nfile = 'f'\nminutes = 0", "install.minutes: must be more than 0"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aKeyThatTheKindDoesNotKnowOrMissesIsAMistake(String table, String problem) {
        read(table);

        assertThat(problems.found()).anyMatch(found -> found.toString().startsWith("engines/engine.toml: " + problem));
    }

    @Test
    void anUnknownKindIsOneMistakeWhateverElseStandsThere() {
        read("kind = 'gp'\nhost = 'h'\nfile = 'f'");

        assertThat(problems.found())
                .hasToString("[engines/engine.toml: install.kind: 'gp' is not known; did you mean 'go'?]");
    }
}
