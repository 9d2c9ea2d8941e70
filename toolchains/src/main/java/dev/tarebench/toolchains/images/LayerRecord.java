package dev.tarebench.toolchains.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What layers were made and of what, kept beside them, so that a later run need not make them to know them. */
public record LayerRecord(List<Layer> layers, String origin) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "layers.json";

    public LayerRecord {
        layers = List.copyOf(layers);
    }

    public static Path write(Path folder, List<Layer> layers, String origin) throws IOException {
        ObjectNode document = JSON.createObjectNode().put("origin", origin);
        ArrayNode list = document.putArray("layers");
        for (Layer layer : layers) {
            list.addObject()
                    .put("mediaType", layer.descriptor().mediaType().text())
                    .put("digest", layer.descriptor().digest().toString())
                    .put("sizeBytes", layer.descriptor().sizeBytes())
                    .put("diffId", layer.diffId().toString())
                    .put("origin", layer.origin());
        }
        Path file = folder.resolve(NAME);
        Files.write(file, JSON.writeValueAsBytes(document));
        return file;
    }

    public static LayerRecord read(Path folder) throws IOException {
        JsonNode document = JSON.readTree(Files.readAllBytes(folder.resolve(NAME)));
        List<Layer> layers = new ArrayList<>();
        for (JsonNode layer : document.path("layers")) {
            Descriptor descriptor = new Descriptor(
                    MediaType.of(layer.path("mediaType").asText()),
                    BlobDigest.parse(layer.path("digest").asText()),
                    layer.path("sizeBytes").asLong());
            layers.add(new Layer(
                    descriptor,
                    BlobDigest.parse(layer.path("diffId").asText()),
                    layer.path("origin").asText()));
        }
        return new LayerRecord(layers, document.path("origin").asText());
    }
}
