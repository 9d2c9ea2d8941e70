package dev.tarebench.toolchains.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootFilesystemTest {

    private static final byte[] PROGRAM = "program".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private BlobStore store;

    @BeforeEach
    void openStore() {
        store = new BlobStore(folder.resolve("store"));
    }

    @Test
    void whatWasWrittenIsUnpacked() throws IOException {
        try (LayerWriter layer = new LayerWriter(store, Compression.GZIP)) {
            layer.file("/usr/bin/guest", LayerWriter.EXECUTABLE, PROGRAM).symbolicLink("/bin", "usr/bin");

            unpack(layer.finish("program and link"));
        }

        assertThat(root().resolve("bin/guest")).hasBinaryContent(PROGRAM).isExecutable();
        assertThat(Files.readSymbolicLink(root().resolve("bin"))).hasToString("usr/bin");
    }

    @Test
    void aLaterLayerReplacesAndRemoves() throws IOException {
        Layer below = layer("a", "old", "b", "old", "d/c", "old");
        Layer above = layer("a", "new", ".wh.b", "", "d/.wh..wh..opq", "");

        unpack(below, above);

        assertThat(root().resolve("a")).hasContent("new");
        assertThat(root().resolve("b")).doesNotExist();
        assertThat(root().resolve("d")).isEmptyDirectory();
    }

    @Test
    void aLaterLayerGoesThroughALinkToADirectory() throws IOException {
        try (LayerWriter below = new LayerWriter(store, Compression.NONE)) {
            below.directory("usr/lib", LayerWriter.EXECUTABLE).symbolicLink("lib", "usr/lib");

            unpack(below.finish("merged"), layer("lib/x", "content"));
        }

        assertThat(root().resolve("usr/lib/x")).hasContent("content");
    }

    @Test
    void aLinkOutOfTheRootIsNotFollowed() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        try (LayerWriter below = new LayerWriter(store, Compression.NONE)) {
            below.symbolicLink("trap", outside.toString());
            Layer trap = below.finish("a trap");
            Layer above = archived("trap/x");

            assertThatThrownBy(() -> unpack(trap, above)).hasMessageContaining("leaves the root");
        }

        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsYetToBeMadeBehindALinkOutOfTheRootIsNotMade() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        try (LayerWriter below = new LayerWriter(store, Compression.NONE)) {
            below.symbolicLink("trap", outside.toString());
            Layer trap = below.finish("a trap");
            Layer above = archived("trap/deeper/x");

            assertThatThrownBy(() -> unpack(trap, above)).hasMessageContaining("leaves the root");
        }

        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aFolderInPlaceOfALinkOutOfTheRootDoesNotChangeWhatTheLinkLeadsTo() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(outside);
        try (LayerWriter below = new LayerWriter(store, Compression.NONE)) {
            below.symbolicLink("trap", outside.toString());
            Layer trap = below.finish("a trap");
            Layer above = archived("trap/");

            assertThatThrownBy(() -> unpack(trap, above)).hasMessageContaining("leaves the root");
        }

        assertThat(Files.getPosixFilePermissions(outside)).isEqualTo(before);
    }

    @Test
    void aModuleIsNoFileSystem() throws IOException {
        Descriptor module = store.put(MediaType.WASM_MODULE, PROGRAM);

        assertThatThrownBy(() -> unpack(new Layer(module, module.digest(), "module")))
                .hasMessageContaining("no file system");
        assertThat(root()).doesNotExist();
    }

    private Path root() {
        return folder.resolve("root");
    }

    private void unpack(Layer... layers) throws IOException {
        Image image =
                new ImageWriter(store).image(Platform.LINUX_AMD64, List.of(layers), ImageSettings.of("/usr/bin/guest"));
        RootFilesystem.unpack(image, store, root());
    }

    private Layer layer(String... namesAndContents) throws IOException {
        try (LayerWriter writer = new LayerWriter(store, Compression.NONE)) {
            for (int file = 0; file < namesAndContents.length; file += 2) {
                byte[] content = namesAndContents[file + 1].getBytes(StandardCharsets.UTF_8);
                writer.file(namesAndContents[file], LayerWriter.READABLE, content);
            }
            return writer.finish("files");
        }
    }

    private Layer archived(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream archive = new TarArchiveOutputStream(bytes)) {
            archive.putArchiveEntry(new TarArchiveEntry(name));
            archive.closeArchiveEntry();
        }
        try (LayerWriter writer = new LayerWriter(store, Compression.NONE)) {
            return writer.archive(new ByteArrayInputStream(bytes.toByteArray())).finish("an archive");
        }
    }
}
