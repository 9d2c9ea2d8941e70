package dev.tarebench.toolchains.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarebench.toolchains.command.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherProgramTest {

    @Test
    void everySourceInTheLaunchersFolderIsPartOfTheProgram() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("launcher"))) {
            assertThat(LauncherProgram.sources().keySet())
                    .containsExactlyInAnyOrderElementsOf(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .toList());
        }
    }

    @Test
    void theHashIsTheSameEveryTime() {
        assertThat(LauncherProgram.hash()).hasSize(64).isEqualTo(LauncherProgram.hash());
    }

    @Test
    void aBuildLeavesNothingButTheProgram(@TempDir Path directory) throws IOException {
        List<String> compiler = TestPrograms.require().compiler();

        Path first = LauncherProgram.build(compiler, directory.resolve("new"));
        Path second = LauncherProgram.build(compiler, directory.resolve("new"));

        assertThat(first).isEqualTo(second).isExecutable();
        try (Stream<Path> files = Files.list(directory.resolve("new"))) {
            assertThat(files).containsExactly(first);
        }
    }

    @Test
    void aCompilerThatFailsIsToldAndLeavesNothing(@TempDir Path directory) throws IOException {
        assertThatThrownBy(() -> LauncherProgram.build(List.of("tare-no-such-compiler"), directory))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("tare-no-such-compiler could not be started");

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }
}
