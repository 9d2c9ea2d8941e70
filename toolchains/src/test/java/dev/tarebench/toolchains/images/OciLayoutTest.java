package dev.tarebench.toolchains.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OciLayoutTest {

    private static final String REFERENCE = "127.0.0.1:5000/tare/noop-c:scratch";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private BlobStore store;
    private ImageWriter writer;
    private OciLayout layout;

    @BeforeEach
    void openStore() {
        store = new BlobStore(folder.resolve("store"));
        writer = new ImageWriter(store);
        layout = new OciLayout(store);
    }

    @Test
    void everyBlobOfAFolderLiesUnderItsOwnDigest() throws IOException {
        ImageIndex index = writer.index(List.of(image(Platform.LINUX_AMD64), image(Platform.LINUX_ARM64)));

        layout.writeFolder(index, REFERENCE, folder.resolve("layout"));

        try (var blobs = Files.list(folder.resolve("layout/blobs/sha256"))) {
            assertThat(blobs)
                    .hasSize(7)
                    .allSatisfy(blob -> assertThat(blob.getFileName())
                            .hasToString(BlobDigest.of(Files.readAllBytes(blob)).hex()));
        }
    }

    @Test
    void theArchiveOfAnImageNamesItForContainerdAndForDocker() throws IOException {
        Image image = image(Platform.LINUX_AMD64);

        layout.writeArchive(image, REFERENCE, folder.resolve("image.tar"));

        Map<String, byte[]> files = files(folder.resolve("image.tar"));
        JsonNode top = JSON.readTree(files.get("index.json")).at("/manifests/0");
        assertThat(top.at("/annotations/io.containerd.image.name").asText()).isEqualTo(REFERENCE);
        assertThat(top.path("digest").asText())
                .isEqualTo(image.manifest().digest().toString());
        JsonNode docker = JSON.readTree(files.get("manifest.json")).get(0);
        assertThat(docker.at("/RepoTags/0").asText()).isEqualTo(REFERENCE);
        assertThat(files)
                .containsKeys(
                        docker.path("Config").asText(), docker.at("/Layers/0").asText());
    }

    @Test
    void anIndexHasNoDockerListBecauseThatCannotSayPlatforms() throws IOException {
        layout.writeArchive(writer.index(List.of(image(Platform.LINUX_AMD64))), REFERENCE, folder.resolve("i.tar"));

        assertThat(files(folder.resolve("i.tar"))).doesNotContainKey("manifest.json");
    }

    @Test
    void theSameImageGivesTheSameArchive() throws IOException {
        layout.writeArchive(image(Platform.LINUX_AMD64), REFERENCE, folder.resolve("one.tar"));
        layout.writeArchive(image(Platform.LINUX_AMD64), REFERENCE, folder.resolve("other.tar"));

        assertThat(folder.resolve("one.tar")).hasSameBinaryContentAs(folder.resolve("other.tar"));
    }

    private Image image(Platform platform) throws IOException {
        try (LayerWriter layer = new LayerWriter(store, Compression.GZIP)) {
            byte[] program = platform.toString().getBytes(StandardCharsets.UTF_8);
            layer.file("/guest", LayerWriter.EXECUTABLE, program);
            return writer.image(platform, List.of(layer.finish("the program")), ImageSettings.of("/guest"));
        }
    }

    private static Map<String, byte[]> files(Path archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (InputStream input = Files.newInputStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(input)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), tar.readAllBytes());
            }
        }
        return files;
    }
}
