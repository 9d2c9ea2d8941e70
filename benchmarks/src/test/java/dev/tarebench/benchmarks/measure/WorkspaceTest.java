package dev.tarebench.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.cache.Cache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkspaceTest {

    @TempDir
    Path folder;

    private Workspace workspace(String name) {
        return Workspace.open(
                Cache.open(Map.of("TARE_HOME", folder.resolve("cache").toString()), Progress.silent()), name);
    }

    private Map<String, Path> input() throws IOException {
        Path input = Files.writeString(folder.resolve("input"), "text", StandardCharsets.UTF_8);
        return Map.of("text.txt", input);
    }

    @Test
    void noTwoExecutionsShareADirectory() throws IOException {
        try (Workspace workspace = workspace("run");
                Workspace other = workspace("other-run")) {
            Workspace.Place first = workspace.fresh(input());
            Workspace.Place second = workspace.fresh(input());
            Workspace.Place third = other.fresh(input());
            Files.writeString(first.directory().resolve("left"), "behind", StandardCharsets.UTF_8);

            assertThat(second.directory()).isNotEqualTo(first.directory()).isNotEqualTo(third.directory());
            assertThat(second.directory().toFile().list()).containsExactly("text.txt");
            assertThat(third.directory().toFile().list()).containsExactly("text.txt");
        }
    }

    @Test
    void anExecutionsPlaceIsGoneAfterwards() throws IOException {
        try (Workspace workspace = workspace("run")) {
            Workspace.Place place = workspace.fresh(input());
            Files.writeString(place.directory().resolve("left"), "behind", StandardCharsets.UTF_8);
            Files.writeString(place.stdout(), "answer", StandardCharsets.UTF_8);

            place.remove();

            assertThat(place.directory()).doesNotExist();
            assertThat(place.stdout()).doesNotExist();
        }
    }
}
