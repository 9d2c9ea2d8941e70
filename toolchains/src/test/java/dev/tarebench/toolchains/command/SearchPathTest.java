package dev.tarebench.toolchains.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchPathTest {

    @TempDir
    Path folder;

    @Test
    void aBareNameIsTheFirstExecutableFileOfThatName() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Files.createFile(first.resolve("tool"));
        Path tool = Files.createFile(second.resolve("tool"));
        assertThat(tool.toFile().setExecutable(true)).isTrue();

        assertThat(new SearchPath(first + ":" + second).find("tool")).contains(tool.toString());
    }

    @Test
    void aNameThatIsNowhereIsNotFound() {
        assertThat(new SearchPath(folder.toString()).find("tool")).isEmpty();
    }

    @Test
    void aPathIsTakenAsItIs() {
        assertThat(new SearchPath("").find("./tool")).contains("./tool");
    }
}
