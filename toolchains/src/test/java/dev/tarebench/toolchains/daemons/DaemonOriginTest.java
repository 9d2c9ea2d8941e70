package dev.tarebench.toolchains.daemons;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.tools.Standing;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaemonOriginTest {

    private static final Standing NOT_BROUGHT = new Standing.Absent("it is not installed", "provision daemons");

    private static Standing brought() {
        ToolDescription daemons = Optional.ofNullable(DaemonCatalogue.read(
                                ResourceFolder.beside(OwnDaemons.class, "tare/daemons")
                                        .tomlFiles(),
                                new Problems())
                        .get("daemons"))
                .orElseThrow();
        Path program = Path.of("/cache/daemons/bin/dockerd");
        return new Standing.Present(new Tool(
                daemons,
                program,
                List.of(program.toString()),
                Map.of(),
                "26.1.5",
                "0".repeat(64),
                Tool.Origin.INSTALLED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOCKER_HOST", "CONTAINERD_ADDRESS"})
    void whatTheUserNamesIsMeasuredWhateverElseIsThere(String variable) {
        assertThat(DaemonOrigin.of(Map.of(variable, "/their.sock"), brought())).isEqualTo(DaemonOrigin.NAMED);
    }

    @Test
    void ourOwnAreUsedOnceTheyWereBrought() {
        assertThat(DaemonOrigin.of(Map.of(), brought())).isEqualTo(DaemonOrigin.OWN);
    }

    @Test
    void anEmptyVariableNamesNothing() {
        assertThat(DaemonOrigin.of(Map.of("DOCKER_HOST", " "), brought())).isEqualTo(DaemonOrigin.OWN);
    }

    @Test
    void theMachinesAreUsedWhereNothingElseWasAskedFor() {
        assertThat(DaemonOrigin.of(Map.of(), NOT_BROUGHT)).isEqualTo(DaemonOrigin.SYSTEM);
    }
}
