package dev.tarebench.workloads.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hashes are those of a second generator, written in another language from the same page. */
final class SeededInputsTest {

    @TempDir
    Path home;

    private InputStore store;

    @BeforeEach
    void open() {
        store = new InputStore(Cache.open(Map.of("TARE_HOME", home.toString()), Progress.silent()));
    }

    private String hash(InputSource source) throws IOException {
        return Digest.ofFile(store.obtain(source));
    }

    @Test
    void theGeneratorGivesTheNumbersOfThePage() {
        SplitMix64 random = new SplitMix64(42);

        assertThat(List.of(random.next(), random.next(), random.next()))
                .extracting(Long::toHexString)
                .containsExactly("bdd732262feb6e95", "28efe333b266f103", "47526757130f9f52");
    }

    @Test
    void aTextIsTheSameEverywhere() throws IOException {
        assertThat(hash(new SeededText(42, 65536)))
                .isEqualTo("8d3fa169b757fee68df6cb57f6a0cb7914972f2d3522d22350811a179cf00c74");
    }

    @Test
    void aTextEndsWithItsLineWhereverItIsCut() throws IOException {
        assertThat(Files.readString(store.obtain(new SeededText(7, 1)), StandardCharsets.US_ASCII))
                .isEqualTo("\n");
        assertThat(Files.readString(store.obtain(new SeededText(7, 1000)), StandardCharsets.US_ASCII))
                .hasSize(1000)
                .endsWith("\n");
    }

    @Test
    void bytesAreTheSameEverywhere() throws IOException {
        assertThat(hash(new SeededBytes(42, 1001)))
                .isEqualTo("48599d332955d812186551bc4d9384b296d5e4630ae51198951d2ab3c1d844b7");
    }

    @Test
    void aFolderHoldsTextsAndBytesByTurns() throws IOException {
        Path folder = store.obtain(new SeededFolder(7, 4, 20001));

        assertThat(Digest.ofFile(folder.resolve("part-0/000.txt")))
                .isEqualTo("ba4cbac234b04952705e7827b9fe79ba169dcdd17cb15e813b1655c048bfad51");
        assertThat(Digest.ofFile(folder.resolve("part-0/003.bin")))
                .isEqualTo("776820f88fa9fac41b6766acb01bbda9c4d984472e5813977cea4cef52fa64cf");
        assertThat(folder.resolve("part-0/003.bin")).hasSize(5001);
        try (var parts = Files.list(folder.resolve("part-0"))) {
            assertThat(parts).hasSize(4);
        }
    }

    @Test
    void anInputIsMadeOnce() {
        Path first = store.obtain(new LiteralText("a"));

        assertThat(store.obtain(new LiteralText("a"))).isEqualTo(first);
        assertThat(store.obtain(new LiteralText("b"))).isNotEqualTo(first);
    }
}
