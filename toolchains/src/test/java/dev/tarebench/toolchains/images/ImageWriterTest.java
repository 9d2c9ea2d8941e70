package dev.tarebench.toolchains.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageWriterTest {

    @TempDir
    private Path folder;

    private BlobStore store;
    private ImageWriter writer;

    @BeforeEach
    void openStore() {
        store = new BlobStore(folder);
        writer = new ImageWriter(store);
    }

    @Test
    void anImageHasTheSameDigestsOnEveryMachine() throws IOException {
        Image image = writer.image(Platform.LINUX_AMD64, List.of(layer()), settings());

        assertThat(image.configuration().digest())
                .hasToString("sha256:59265f6551aa9ee334983a32c4e3c9364031bec909e159020a020398475beb71");
        assertThat(image.manifest().digest())
                .hasToString("sha256:77d3b2825bd3e59b511468dd349b80f41360135a299dbe16dad47bfe19c6cb43");
    }

    @Test
    void theOrderInWhichEnvironmentAndLabelsWereGivenDoesNotMatter() throws IOException {
        ImageSettings one =
                new ImageSettings(List.of("/g"), Map.of("A", "1", "B", "2"), "/", Map.of("x", "1", "y", "2"));
        ImageSettings other =
                new ImageSettings(List.of("/g"), Map.of("B", "2", "A", "1"), "/", Map.of("y", "2", "x", "1"));

        assertThat(writer.image(Platform.LINUX_AMD64, List.of(layer()), one))
                .isEqualTo(writer.image(Platform.LINUX_AMD64, List.of(layer()), other));
    }

    @Test
    void anIndexNamesEveryPlatform() throws IOException {
        List<Image> images = List.of(
                writer.image(Platform.LINUX_AMD64, List.of(layer()), settings()),
                writer.image(Platform.LINUX_RISCV64, List.of(layer()), settings()));

        JsonNode index = json(writer.index(images).descriptor());

        assertThat(index.findValuesAsText("architecture")).containsExactly("amd64", "riscv64");
        assertThat(index.findValuesAsText("os")).containsOnly("linux");
    }

    @Test
    void aWasmArtifactIsItsModuleAndHasNoRootFileSystem() throws IOException {
        Path module = Files.write(folder.resolve("guest.wasm"), new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});

        Image artifact = writer.artifact(module, ImageSettings.of("guest.wasm"));

        JsonNode configuration = json(artifact.configuration());
        assertThat(configuration.at("/rootfs/diff_ids").isArray()).isTrue();
        assertThat(configuration.at("/rootfs/diff_ids")).isEmpty();
        assertThat(configuration.path("os").asText() + "/"
                        + configuration.path("architecture").asText())
                .isEqualTo("wasi/wasm");
        assertThat(json(artifact.manifest()).at("/layers/0/mediaType").asText()).isEqualTo("application/wasm");
        assertThat(store.path(artifact.layers().get(0).descriptor().digest())).hasSameBinaryContentAs(module);
    }

    @Test
    void imagesOnOneBaseShareItsLayer() throws IOException {
        Layer base = layer();

        Image one = writer.image(Platform.LINUX_AMD64, List.of(base, layerOf("one")), settings());
        Image other = writer.image(Platform.LINUX_AMD64, List.of(base, layerOf("other")), settings());

        assertThat(one.layers().get(0).descriptor())
                .isEqualTo(other.layers().get(0).descriptor());
        assertThat(writer.index(List.of(one, other)).dependencies())
                .filteredOn(blob -> blob.equals(base.descriptor()))
                .hasSize(1);
    }

    private Layer layer() throws IOException {
        return layerOf("guest");
    }

    private Layer layerOf(String content) throws IOException {
        try (LayerWriter layer = new LayerWriter(store, Compression.NONE)) {
            return layer.file("/guest", LayerWriter.EXECUTABLE, content.getBytes(StandardCharsets.UTF_8))
                    .finish("the program");
        }
    }

    private static ImageSettings settings() {
        return new ImageSettings(List.of("/guest"), Map.of("LC_ALL", "C"), "/data", Map.of("dev.tarebench", "test"));
    }

    private JsonNode json(Descriptor descriptor) throws IOException {
        return new ObjectMapper().readTree(store.read(descriptor));
    }
}
