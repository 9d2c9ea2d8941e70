package dev.tarebench.toolchains.bases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.images.BlobStore;
import dev.tarebench.toolchains.images.Compression;
import dev.tarebench.toolchains.images.Layer;
import dev.tarebench.toolchains.images.LayerRecord;
import dev.tarebench.toolchains.images.LayerWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * An image in the store of a Docker, whose layers are taken out of it.
 *
 * @param docker the arguments that start its client
 * @param name the image's name in that store
 */
public record SavedImage(List<String> docker, String name) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    public SavedImage {
        docker = List.copyOf(docker);
    }

    /**
     * Writes the layers and their record into the folder, and answers these files. The layers are written anew: Docker's
     * archive holds them in its own order of files and compression.
     *
     * @param below what the image was built on, whose layers are linked and not written once more
     * @param identity what each layer's history says that it is of
     * @param origin what the record says of all
     */
    public List<Path> keep(Path folder, KnownLayers below, String identity, String origin) throws IOException {
        Path archive = folder.resolve("image.tar");
        Path unpacked = Files.createDirectories(folder.resolve("unpacked"));
        try {
            List<String> save = new ArrayList<>(docker);
            save.addAll(List.of("save", "--output=" + archive, name));
            Command.of(save).withTimeout(PATIENCE).runChecked();
            Command.of("tar", "--extract", "--file=" + archive, "--directory=" + unpacked)
                    .runChecked();
            BlobStore own = new BlobStore(folder);
            List<Layer> layers = layers(unpacked, own, below, identity);
            List<Path> vouched = new ArrayList<>();
            layers.forEach(layer -> vouched.add(own.path(layer.descriptor().digest())));
            vouched.add(LayerRecord.write(folder, layers, origin));
            return vouched;
        } finally {
            Files.deleteIfExists(archive);
            Tree.delete(unpacked);
        }
    }

    /** The same of an image of which no layer is known. */
    public List<Path> keep(Path folder, String identity, String origin) throws IOException {
        return keep(folder, new KnownLayers(new BlobStore(folder), List.of()), identity, origin);
    }

    private static List<Layer> layers(Path unpacked, BlobStore own, KnownLayers below, String identity)
            throws IOException {
        JsonNode image = read(unpacked.resolve("manifest.json")).path(0);
        JsonNode diffIds = read(unpacked.resolve(image.path("Config").asText()))
                .path("rootfs")
                .path("diff_ids");
        List<Layer> layers = new ArrayList<>();
        for (JsonNode archive : image.path("Layers")) {
            String diffId = diffIds.path(layers.size()).asText();
            Optional<Layer> known = below.link(diffId, own);
            layers.add(known.isPresent() ? known.get() : write(unpacked.resolve(archive.asText()), own, identity));
        }
        return layers;
    }

    private static JsonNode read(Path document) throws IOException {
        return JSON.readTree(Files.readAllBytes(document));
    }

    private static Layer write(Path archive, BlobStore own, String identity) throws IOException {
        try (InputStream tar = plain(archive);
                LayerWriter writer = new LayerWriter(own, Compression.GZIP)) {
            return writer.archive(tar).finish(identity);
        }
    }

    /** Docker saves layers plain or, with containerd's image store, as they were pulled. */
    private static InputStream plain(Path layer) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(layer));
        file.mark(2);
        boolean compressed = file.read() == 0x1f && file.read() == 0x8b;
        file.reset();
        return compressed ? new GZIPInputStream(file) : file;
    }
}
