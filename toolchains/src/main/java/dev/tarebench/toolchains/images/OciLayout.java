package dev.tarebench.toolchains.images;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Lays a publication out for engines to read: as a folder, or as the one file that both docker and ctr load. */
public final class OciLayout {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LAYOUT_FILE = "oci-layout";
    private static final byte[] LAYOUT = "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8);
    private static final String INDEX_FILE = "index.json";
    private static final String DOCKER_FILE = "manifest.json";

    private final BlobStore store;

    public OciLayout(BlobStore store) {
        this.store = store;
    }

    /** Writes the layout's folder; blobs are hard links into the store where the file system allows them. */
    public void writeFolder(Publication publication, String reference, Path folder) throws IOException {
        BlobStore target = new BlobStore(folder);
        for (Descriptor blob : blobs(publication)) {
            target.adopt(store, blob);
        }
        Files.write(folder.resolve(LAYOUT_FILE), LAYOUT);
        Files.write(folder.resolve(INDEX_FILE), ImageWriter.bytes(topIndex(publication, reference)));
    }

    /** Writes the layout as one archive, with the older list that docker needs where it does not read layouts. */
    public void writeArchive(Publication publication, String reference, Path archive) throws IOException {
        Path absolute = archive.toAbsolutePath();
        Path beside = absolute.resolveSibling(absolute.getFileName() + ".part");
        try {
            try (PlainArchive output = new PlainArchive(Files.newOutputStream(beside))) {
                output.add(LAYOUT_FILE, LAYOUT);
                output.add(INDEX_FILE, ImageWriter.bytes(topIndex(publication, reference)));
                if (publication instanceof Image image) {
                    output.add(DOCKER_FILE, ImageWriter.bytes(dockerList(image, reference)));
                }
                for (Descriptor blob : blobs(publication)) {
                    output.add(name(blob), store.path(blob.digest()));
                }
            }
            Files.move(beside, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static List<Descriptor> blobs(Publication publication) {
        List<Descriptor> blobs = new ArrayList<>(publication.dependencies());
        blobs.add(publication.descriptor());
        return blobs;
    }

    private static ObjectNode topIndex(Publication publication, String reference) {
        ObjectNode index = JSON.createObjectNode().put("schemaVersion", 2).put("mediaType", MediaType.INDEX.text());
        ObjectNode top = publication.descriptor().toJson();
        if (publication instanceof Image image) {
            top.putObject("platform")
                    .put("architecture", image.platform().architecture())
                    .put("os", image.platform().operatingSystem());
        }
        top.putObject("annotations")
                .put("io.containerd.image.name", reference)
                .put("org.opencontainers.image.ref.name", reference.substring(reference.lastIndexOf(':') + 1));
        index.putArray("manifests").add(top);
        return index;
    }

    private static ArrayNode dockerList(Image image, String reference) {
        ObjectNode entry = JSON.createObjectNode().put("Config", name(image.configuration()));
        entry.putArray("RepoTags").add(reference);
        ArrayNode layers = entry.putArray("Layers");
        image.layers().forEach(layer -> layers.add(name(layer.descriptor())));
        return JSON.createArrayNode().add(entry);
    }

    private static String name(Descriptor blob) {
        return "blobs/sha256/" + blob.digest().hex();
    }
}
