package dev.tarebench.toolchains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.compilers.Compiler;
import dev.tarebench.toolchains.compilers.CompilerCatalogue;
import dev.tarebench.toolchains.daemons.DaemonCatalogue;
import dev.tarebench.toolchains.emulators.Emulator;
import dev.tarebench.toolchains.emulators.EmulatorCatalogue;
import dev.tarebench.toolchains.engines.Engine;
import dev.tarebench.toolchains.engines.EngineCatalogue;
import dev.tarebench.toolchains.handlers.Handler;
import dev.tarebench.toolchains.handlers.HandlerCatalogue;
import dev.tarebench.toolchains.images.Platform;
import dev.tarebench.toolchains.install.OtherTools;
import dev.tarebench.toolchains.install.Workshop;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files that are shipped, read as they are: a mistake in one is found here and not by its user. */
class CatalogueFilesTest {

    private final Problems problems = new Problems();
    private final Map<String, Engine> engines =
            EngineCatalogue.read(resources("engines").tomlFiles(), problems);
    private final Map<String, Compiler> compilers =
            CompilerCatalogue.read(resources("compilers").tomlFiles(), problems);

    private final Map<String, Handler> handlers =
            HandlerCatalogue.read(resources("handlers").tomlFiles(), problems);
    private final Map<String, ToolDescription> daemons =
            DaemonCatalogue.read(resources("daemons").tomlFiles(), problems);
    private final Map<String, Emulator> emulators =
            EmulatorCatalogue.read(resources("emulators").tomlFiles(), problems);

    private static ResourceFolder resources(String folder) {
        return ResourceFolder.beside(ToolDescription.class, "tare/" + folder);
    }

    @Test
    void holdNoMistake() {
        assertThat(problems.found()).isEmpty();
        assertThat(engines).isNotEmpty();
        assertThat(compilers).containsKey("zig");
        assertThat(handlers).isNotEmpty();
        assertThat(daemons).containsOnlyKeys("daemons");
        assertThat(emulators).containsKey("qemu");
    }

    @Test
    void buildForEveryPlatformThatAnEmulatorRuns() {
        assertThat(emulators.values())
                .flatExtracting(emulator -> emulator.platforms().keySet())
                .extracting(Platform::place)
                .containsExactlyInAnyOrder("native-arm64", "native-riscv64")
                .allSatisfy(place -> assertThat(compilers.values())
                        .flatExtracting(compiler ->
                                compiler.builds().getOrDefault(place, Map.of()).keySet())
                        .containsExactlyInAnyOrder("c", "cpp", "go"));
    }

    @Test
    void nameOnlyHostsThatAreThere() {
        Workshop workshop = new Workshop(
                Map.of("PATH", ""),
                resources("hosts"),
                Path.of(System.getProperty("java.home")),
                Path.of("clients"),
                OtherTools.none(),
                Progress.silent());
        List<String> obstacles = Stream.of(
                        engines.values().stream().map(Engine::tool),
                        compilers.values().stream().map(Compiler::tool),
                        handlers.values().stream().map(Handler::tool))
                .flatMap(tools -> tools)
                .flatMap(tool -> tool.install().obstacle(workshop).stream())
                .map(obstacle -> obstacle.reason())
                .toList();

        assertThat(obstacles).noneMatch(reason -> reason.startsWith("there is no host"));
    }
}
