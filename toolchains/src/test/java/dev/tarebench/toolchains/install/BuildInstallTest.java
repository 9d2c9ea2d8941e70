package dev.tarebench.toolchains.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarebench.toolchains.command.CommandFailed;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildInstallTest {

    private static final Terms TERMS = new Terms(new Cost(false, Duration.ofSeconds(1)), List.of(), Optional.empty());

    @TempDir
    Path place;

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(place.resolve("installed here"));
    }

    private static BuildInstall build(List<String> hosts, String... step) {
        return new BuildInstall(
                new HostSources(hosts),
                List.of(),
                List.of(new ArgumentTemplate(List.of(step))),
                Optional.empty(),
                Optional.empty(),
                "program",
                TERMS);
    }

    @Test
    void stepsMakeTheProgramOutOfTheHostThatIsNamed() throws IOException {
        Workshop workshop = AWorkshop.in(place).withHost("one/main.c", "one").open();

        build(List.of("one"), "cp", "{hosts}/one/main.c", "{install}/program").into(folder, workshop);

        assertThat(folder.resolve("program")).hasContent("one");
    }

    @Test
    void aHostThatIsNotNamedCannotBeUsedInSecret() {
        Workshop workshop = AWorkshop.in(place)
                .withHost("one/main.c", "one")
                .withHost("two/main.c", "two")
                .open();

        assertThatThrownBy(() -> build(List.of("one"), "cp", "{hosts}/two/main.c", "{install}/program")
                        .into(folder, workshop))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("two/main.c");
    }

    @Test
    void aChangedHostIsAnotherTool() {
        BuildInstall build = build(List.of("one"), "true");
        List<String> before = build.identity(AWorkshop.in(place)
                .withHost("one/main.c", "one")
                .withHost("two/main.c", "two")
                .open());
        List<String> otherHost = build.identity(
                AWorkshop.in(place).withHost("two/main.c", "changed").open());
        List<String> ownHost = build.identity(
                AWorkshop.in(place).withHost("one/main.c", "changed").open());

        assertThat(otherHost).isEqualTo(before);
        assertThat(ownHost).isNotEqualTo(before);
    }

    @Test
    void anotherCompilerMakesAnotherTool() {
        BuildInstall build = build(List.of(), "{zig}", "cc");

        assertThat(build.identity(AWorkshop.in(place)
                        .lending(new AWorkshop.OneTool(place, "1"))
                        .open()))
                .isNotEqualTo(build.identity(AWorkshop.in(place)
                        .lending(new AWorkshop.OneTool(place, "2"))
                        .open()));
    }

    @Test
    void theLentCompilerIsStartedWithItsEnvironment() throws IOException {
        Workshop workshop = AWorkshop.in(place)
                .lending(new AWorkshop.OneTool(Path.of("/bin/sh"), "seven"))
                .open();

        build(List.of(), "{zig}", "-c", "printf %s \"$LENT\" > program").into(folder, workshop);

        assertThat(folder.resolve("program")).hasContent("seven");
    }

    @Test
    void withoutTheCompilerItCannotBeBuilt() {
        Workshop workshop = AWorkshop.in(place).open();

        assertThat(build(List.of(), "{zig}", "cc").obstacle(workshop)).isPresent();
        assertThat(build(List.of(), "cc").obstacle(workshop)).isEmpty();
    }

    @Test
    void aMissingProgramIsNamedWithWhatBringsIt() {
        Workshop workshop = AWorkshop.in(place).withProgram("here", "").open();
        Terms terms = new Terms(TERMS.cost(), List.of("here", "cmake"), Optional.empty());

        assertThat(terms.obstacle(List.of("mmdebstrap"), workshop))
                .contains(new Obstacle(
                        "what brings it is not on the PATH: mmdebstrap, cmake",
                        "install mmdebstrap and cmake with the system's packages"));
    }

    @Test
    void stepsThatDoNotMakeTheProgramAreAnError() {
        Workshop workshop = AWorkshop.in(place).open();

        assertThatThrownBy(() -> build(List.of(), "true").into(folder, workshop))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not make program");
    }

    @Test
    void librariesVouchForTheToolButHeadersDoNot() throws IOException {
        Workshop workshop = AWorkshop.in(place).open();
        BuildInstall build = build(
                List.of(),
                "sh",
                "-c",
                "mkdir -p tree/lib tree/include && echo 1 > tree/lib/liba.so.1 && echo 2 > tree/include/a.h && cp"
                        + " tree/lib/liba.so.1 program");

        Stream<String> vouched = build.into(folder, workshop).stream()
                .map(file -> folder.relativize(file).toString());

        assertThat(vouched).containsExactlyInAnyOrder("program", "recipe", "tree/lib/liba.so.1");
    }

    @Test
    void aLoaderStartsTheProgramWhereOneIsNamed() {
        BuildInstall build = new BuildInstall(
                new HostSources(List.of()),
                List.of(),
                List.of(),
                Optional.of(new ArgumentTemplate(List.of("{install}/ld.so", "--library-path", "{install}/lib"))),
                Optional.empty(),
                "program",
                TERMS);

        assertThat(build.start(Path.of("/some where"), AWorkshop.in(place).open()))
                .containsExactly("/some where/ld.so", "--library-path", "/some where/lib");
    }
}
