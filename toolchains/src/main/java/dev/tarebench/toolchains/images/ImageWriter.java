package dev.tarebench.toolchains.images;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * Makes images of layers: configuration, manifest and index, equal bytes for equal parts. A library would not do: Jib
 * writes neither OCI layouts nor Wasm artifacts, and puts the time of the build into its images.
 */
public final class ImageWriter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EPOCH = "1970-01-01T00:00:00Z";

    private final BlobStore store;

    public ImageWriter(BlobStore store) {
        this.store = store;
    }

    /** An image whose layers make a root file system, for Linux or for a Wasm runtime. */
    public Image image(Platform platform, List<Layer> layers, ImageSettings settings) {
        ObjectNode configuration = configuration(platform, settings);
        ArrayNode diffIds =
                configuration.withObject("/rootfs").put("type", "layers").putArray("diff_ids");
        ArrayNode history = configuration.putArray("history");
        for (Layer layer : layers) {
            diffIds.add(layer.diffId().toString());
            history.addObject().put("created", EPOCH).put("created_by", layer.origin());
        }
        return manifest(platform, put(MediaType.CONFIGURATION, configuration), layers);
    }

    /** The OCI Wasm artifact: the layer is the module itself, which lets a shim keep a compiled copy of it. */
    public Image artifact(Path module, ImageSettings settings) throws IOException {
        Descriptor blob = store.put(MediaType.WASM_MODULE, Files.readAllBytes(module));
        ObjectNode configuration = configuration(Platform.WASI_WASM, settings);
        // No root file system comes of a Wasm layer: containerd refuses the image unless this list is empty.
        configuration.withObject("/rootfs").put("type", "layers").putArray("diff_ids");
        Layer layer = new Layer(blob, blob.digest(), "module");
        return manifest(Platform.WASI_WASM, put(MediaType.CONFIGURATION, configuration), List.of(layer));
    }

    public ImageIndex index(List<Image> images) {
        ObjectNode index = JSON.createObjectNode().put("schemaVersion", 2).put("mediaType", MediaType.INDEX.text());
        ArrayNode manifests = index.putArray("manifests");
        for (Image image : images) {
            ObjectNode entry = image.manifest().toJson();
            entry.putObject("platform")
                    .put("architecture", image.platform().architecture())
                    .put("os", image.platform().operatingSystem());
            manifests.add(entry);
        }
        return new ImageIndex(put(MediaType.INDEX, index), images);
    }

    private static ObjectNode configuration(Platform platform, ImageSettings settings) {
        ObjectNode configuration = JSON.createObjectNode()
                .put("created", EPOCH)
                .put("architecture", platform.architecture())
                .put("os", platform.operatingSystem());
        ObjectNode run = configuration.putObject("config");
        settings.environmentLines().forEach(run.putArray("Env")::add);
        settings.entrypoint().forEach(run.putArray("Entrypoint")::add);
        run.put("WorkingDir", settings.directory());
        ObjectNode labels = run.putObject("Labels");
        new TreeMap<>(settings.labels()).forEach(labels::put);
        return configuration;
    }

    private Image manifest(Platform platform, Descriptor configuration, List<Layer> layers) {
        ObjectNode manifest =
                JSON.createObjectNode().put("schemaVersion", 2).put("mediaType", MediaType.MANIFEST.text());
        manifest.set("config", configuration.toJson());
        ArrayNode blobs = manifest.putArray("layers");
        layers.forEach(layer -> blobs.add(layer.descriptor().toJson()));
        return new Image(platform, put(MediaType.MANIFEST, manifest), configuration, layers);
    }

    private Descriptor put(MediaType mediaType, JsonNode document) {
        return store.put(mediaType, bytes(document));
    }

    static byte[] bytes(JsonNode document) {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain nodes can always be written", impossible);
        }
    }
}
