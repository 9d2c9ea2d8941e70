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
     * @param identity what each layer's history says that it is of
     * @param origin what the record says of all
     */
    public List<Path> keep(Path folder, String identity, String origin) throws IOException {
        Path archive = folder.resolve("image.tar");
        Path unpacked = Files.createDirectories(folder.resolve("unpacked"));
        try {
            List<String> save = new ArrayList<>(docker);
            save.addAll(List.of("save", "--output=" + archive, name));
            Command.of(save).withTimeout(PATIENCE).runChecked();
            Command.of("tar", "--extract", "--file=" + archive, "--directory=" + unpacked)
                    .runChecked();
            List<Layer> layers = layers(unpacked, new BlobStore(folder), identity);
            List<Path> vouched = new ArrayList<>();
            BlobStore own = new BlobStore(folder);
            layers.forEach(layer -> vouched.add(own.path(layer.descriptor().digest())));
            vouched.add(LayerRecord.write(folder, layers, origin));
            return vouched;
        } finally {
            Files.deleteIfExists(archive);
            Tree.delete(unpacked);
        }
    }

    private static List<Layer> layers(Path unpacked, BlobStore store, String identity) throws IOException {
        List<Layer> layers = new ArrayList<>();
        JsonNode names = JSON.readTree(Files.readAllBytes(unpacked.resolve("manifest.json")))
                .path(0)
                .path("Layers");
        for (JsonNode layer : names) {
            try (InputStream tar = plain(unpacked.resolve(layer.asText()));
                    LayerWriter writer = new LayerWriter(store, Compression.GZIP)) {
                layers.add(writer.archive(tar).finish(identity));
            }
        }
        return layers;
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
