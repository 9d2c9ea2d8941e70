package dev.tarebench.toolchains.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryClientTest {

    @TempDir
    private Path folder;

    private FakeRegistry registry;
    private BlobStore store;
    private RegistryClient client;

    @BeforeEach
    void startRegistry() throws IOException {
        registry = FakeRegistry.start();
        store = new BlobStore(folder);
        client = new RegistryClient(registry.address(), store);
    }

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    @Test
    void aPushUploadsLayersConfigurationAndManifest() throws IOException {
        Image image = image("one");

        PushOutcome outcome = client.push(image, "tare/noop-c", "scratch");

        assertThat(outcome.blobs()).isEqualTo(2);
        assertThat(outcome.manifests()).isEqualTo(1);
        assertThat(registry.content("tare/noop-c/manifests/scratch")).isEqualTo(store.read(image.manifest()));
        assertThat(registry.content("tare/noop-c/blobs/" + image.configuration().digest()))
                .isEqualTo(store.read(image.configuration()));
    }

    @Test
    void aSecondPushTransfersNothing() throws IOException {
        client.push(image("one"), "tare/noop-c", "scratch");

        assertThat(client.push(image("one"), "tare/noop-c", "scratch")).isEqualTo(PushOutcome.NOTHING);
    }

    @Test
    void aTagThatNamesAnOlderImageIsMovedOn() throws IOException {
        client.push(image("old"), "tare/noop-c", "scratch");

        PushOutcome outcome = client.push(image("new"), "tare/noop-c", "scratch");

        assertThat(outcome.manifests()).isEqualTo(1);
        assertThat(registry.content("tare/noop-c/manifests/scratch"))
                .isEqualTo(store.read(image("new").manifest()));
    }

    @Test
    void anIndexIsPushedAfterItsManifests() throws IOException {
        ImageIndex index = new ImageWriter(store).index(List.of(image("one"), image("other")));

        client.push(index, "tare/noop-c", "scratch");

        assertThat(registry.order()).endsWith("tare/noop-c/manifests/scratch");
        assertThat(index.images())
                .allSatisfy(image -> assertThat(registry.order())
                        .contains("tare/noop-c/manifests/" + image.manifest().digest()));
    }

    @Test
    void aRefusalIsReportedWithTheRegistrysWords() {
        registry.refuseUploads("no space left on device");

        assertThatThrownBy(() -> client.push(image("one"), "tare/noop-c", "scratch"))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("POST", "507", "no space left on device");
    }

    @Test
    void aRegistryThatIsGoneIsReportedWithItsAddress() {
        registry.close();

        assertThatThrownBy(() -> client.push(image("one"), "tare/noop-c", "scratch"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(registry.address().toString());
    }

    @Test
    void anotherMachinesRegistryIsRefused() {
        URI elsewhere = URI.create("http://192.0.2.1:5000/");

        assertThatThrownBy(() -> new RegistryClient(elsewhere, store)).hasMessageContaining("not on this machine");
    }

    private Image image(String program) throws IOException {
        try (LayerWriter layer = new LayerWriter(store, Compression.GZIP)) {
            layer.file("/guest", LayerWriter.EXECUTABLE, program.getBytes(StandardCharsets.UTF_8));
            return new ImageWriter(store)
                    .image(Platform.LINUX_AMD64, List.of(layer.finish("the program")), ImageSettings.of("/guest"));
        }
    }
}
