package dev.tarebench.toolchains.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerWriterTest {

    private static final byte[] HELLO = "hello\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private BlobStore store;

    @BeforeEach
    void openStore() {
        store = new BlobStore(folder);
    }

    @Test
    void aLayerHasTheSameDigestOnEveryMachine() throws IOException {
        Layer layer = layerOfEveryKind(Compression.NONE);

        assertThat(layer.diffId())
                .hasToString("sha256:72072223e00c11a2d73ce9a6a721894bace323fcf9666d88286b92bf844fe475");
        assertThat(layer.descriptor().digest()).isEqualTo(layer.diffId());
    }

    @Test
    void compressionChangesHowALayerIsServedAndNotWhatItIs() throws IOException {
        Layer plain = layerOfEveryKind(Compression.NONE);
        Layer compressed = layerOfEveryKind(Compression.GZIP);

        assertThat(compressed.diffId()).isEqualTo(plain.diffId());
        assertThat(compressed.descriptor().sizeBytes())
                .isLessThan(plain.descriptor().sizeBytes());
        assertThat(compressed.descriptor().mediaType()).isEqualTo(MediaType.LAYER_TAR_GZIP);
    }

    @Test
    void compressingTwiceGivesTheSameBlob() throws IOException {
        assertThat(layerOfEveryKind(Compression.GZIP)).isEqualTo(layerOfEveryKind(Compression.GZIP));
    }

    @Test
    void parentDirectoriesComeBeforeWhatTheyHoldAndOnlyOnce() throws IOException {
        Layer layer;
        try (LayerWriter writer = new LayerWriter(store, Compression.NONE)) {
            layer = writer.file("/data/in/a", LayerWriter.READABLE, HELLO)
                    .file("/data/in/b", LayerWriter.READABLE, HELLO)
                    .finish("two files");
        }

        assertThat(names(layer)).containsExactly("data/", "data/in/", "data/in/a", "data/in/b");
    }

    @Test
    void longAndForeignNamesAreKept() throws IOException {
        String name = "gr\u00fc\u00df/" + "n".repeat(300);
        Layer layer;
        try (LayerWriter writer = new LayerWriter(store, Compression.NONE)) {
            layer = writer.file(name, LayerWriter.READABLE, HELLO).finish("a long name");
        }

        assertThat(names(layer)).contains(name);
    }

    @Test
    void aPathOutOfTheRootIsRefused() throws IOException {
        try (LayerWriter writer = new LayerWriter(store, Compression.NONE)) {
            assertThatThrownBy(() -> writer.file("../etc/passwd", LayerWriter.READABLE, HELLO))
                    .hasMessageContaining("leaves the image's root");
        }
    }

    @Test
    void anArchiveIsTakenOverWithoutItsTimesUsersAndDevices() throws IOException {
        Layer first = takenOver(archive(FileTime.fromMillis(1_000_000_000_000L), "builder"));
        Layer second = takenOver(archive(FileTime.fromMillis(2_000_000_000_000L), "somebody"));

        assertThat(first).isEqualTo(second);
        assertThat(names(first)).containsExactly("usr/", "usr/tool", "usr/again");
    }

    @Test
    void anUnfinishedLayerLeavesNothing() throws IOException {
        try (LayerWriter writer = new LayerWriter(store, Compression.GZIP)) {
            writer.file("a", LayerWriter.READABLE, HELLO);
        }

        try (var blobs = Files.list(folder.resolve("blobs").resolve("sha256"))) {
            assertThat(blobs).isEmpty();
        }
    }

    @Test
    void whateverIsWrittenTheDigestDependsOnContentAlone() throws IOException {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(randomLayer(seed)).as("seed %d", seed).isEqualTo(randomLayer(seed));
        }
    }

    private Layer randomLayer(long seed) throws IOException {
        Random random = new Random(seed);
        try (LayerWriter writer = new LayerWriter(store, Compression.GZIP)) {
            for (int file = 0; file < random.nextInt(8); file++) {
                byte[] content = new byte[random.nextInt(20_000)];
                random.nextBytes(content);
                writer.file("d%d/f%d".formatted(random.nextInt(3), file), random.nextInt(01000), content);
            }
            return writer.finish("random");
        }
    }

    private Layer layerOfEveryKind(Compression compression) throws IOException {
        try (LayerWriter writer = new LayerWriter(store, compression)) {
            return writer.directory("tmp", 01777)
                    .file(
                            "/bin/guest",
                            LayerWriter.EXECUTABLE,
                            "x".repeat(10_000).getBytes(StandardCharsets.UTF_8))
                    .file("/data/input.txt", LayerWriter.READABLE, HELLO)
                    .symbolicLink("/bin/sh", "guest")
                    .finish("every kind");
        }
    }

    private Layer takenOver(byte[] tar) throws IOException {
        try (LayerWriter writer = new LayerWriter(store, Compression.NONE)) {
            return writer.archive(new ByteArrayInputStream(tar)).finish("an archive");
        }
    }

    private static byte[] archive(FileTime time, String user) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream archive = new TarArchiveOutputStream(bytes)) {
            put(archive, new TarArchiveEntry("./usr/"), time, user, new byte[0]);
            put(archive, new TarArchiveEntry("./usr/tool"), time, user, HELLO);
            TarArchiveEntry link = new TarArchiveEntry("./usr/again", TarConstants.LF_LINK);
            link.setLinkName("./usr/tool");
            put(archive, link, time, user, new byte[0]);
            put(archive, new TarArchiveEntry("./dev/null", TarConstants.LF_CHR), time, user, new byte[0]);
        }
        return bytes.toByteArray();
    }

    private static void put(
            TarArchiveOutputStream archive, TarArchiveEntry entry, FileTime time, String user, byte[] content)
            throws IOException {
        entry.setLastModifiedTime(time);
        entry.setUserName(user);
        entry.setSize(content.length);
        archive.putArchiveEntry(entry);
        archive.write(content);
        archive.closeArchiveEntry();
    }

    private List<String> names(Layer layer) throws IOException {
        List<String> names = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new ByteArrayInputStream(store.read(layer.descriptor())), StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
