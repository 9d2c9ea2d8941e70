package dev.tarebench.toolchains.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeTest {

    @TempDir
    private Path folder;

    @Test
    void aFileOfTwoNamesIsOnTheDiskOnce() throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path other = Files.createDirectory(folder.resolve("other"));
        Path file = Files.write(one.resolve("file"), new byte[1000]);
        Files.createLink(one.resolve("again"), file);
        Files.createLink(other.resolve("too"), file);
        Files.write(other.resolve("own"), new byte[10]);

        Set<Object> counted = new HashSet<>();

        assertThat(Tree.bytes(one, counted)).isEqualTo(1000);
        assertThat(Tree.bytes(other, counted)).isEqualTo(10);
        assertThat(Tree.bytes(other)).isEqualTo(1010);
    }
}
