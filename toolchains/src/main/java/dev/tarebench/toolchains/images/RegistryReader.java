package dev.tarebench.toolchains.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Weighs images by what a registry serves: an image's size is what others are sent, not what we believe to have made.
 * Images of engines' own making are read as well as ours.
 */
public final class RegistryReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final String DOCUMENTS = String.join(
            ", ",
            MediaType.INDEX.text(),
            MediaType.MANIFEST.text(),
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.docker.distribution.manifest.v2+json");

    private final URI registry;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /** A blob's digest is its content: what it unpacks to need not be counted a second time. */
    private final Map<String, Long> unpacked = new ConcurrentHashMap<>();

    public RegistryReader(URI registry) {
        this.registry = registry;
    }

    /** The image of that name for the platform; an index is followed to it. */
    public ServedImage read(String repository, String name, Platform platform) throws IOException {
        byte[] document = get(manifests(repository, name), DOCUMENTS, BodyHandlers.ofByteArray());
        JsonNode top = JSON.readTree(document);
        if (top.path("manifests").isArray()) {
            return read(repository, reference(top, repository, name, platform), platform);
        }
        String configuration = top.path("config").path("digest").asText();
        long served = document.length + length(repository, configuration);
        long files = 0;
        for (JsonNode layer : top.path("layers")) {
            String digest = layer.path("digest").asText();
            long length = length(repository, digest);
            served += length;
            // An artifact's layer is the module itself and no archive.
            boolean module = layer.path("mediaType").asText().equals(MediaType.WASM_MODULE.text());
            files += module ? length : files(repository, digest);
        }
        return new ServedImage(
                BlobDigest.of(document), served, files, top.path("layers").size());
    }

    private static String reference(JsonNode index, String repository, String name, Platform platform)
            throws IOException {
        return StreamSupport.stream(index.path("manifests").spliterator(), false)
                .filter(entry -> of(entry.path("platform")).equals(platform.toString()))
                .map(entry -> entry.path("digest").asText())
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "the registry serves %s:%s, but not for %s".formatted(repository, name, platform)));
    }

    private static String of(JsonNode platform) {
        return platform.path("os").asText() + "/"
                + platform.path("architecture").asText();
    }

    private long length(String repository, String digest) throws IOException {
        HttpRequest head = HttpRequest.newBuilder(blobs(repository, digest))
                .timeout(TIMEOUT)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        return send(head, BodyHandlers.discarding())
                .headers()
                .firstValueAsLong("Content-Length")
                .orElseThrow(() -> new IOException("the registry does not say how long %s is".formatted(digest)));
    }

    private long files(String repository, String digest) throws IOException {
        Long known = unpacked.get(digest);
        if (known != null) {
            return known;
        }
        try (InputStream blob = get(blobs(repository, digest), "*/*", BodyHandlers.ofInputStream())) {
            long bytes = files(blob);
            unpacked.put(digest, bytes);
            return bytes;
        }
    }

    /** The content of all files in a layer; a second name of a file has no content of its own. */
    static long files(InputStream layer) throws IOException {
        BufferedInputStream blob = new BufferedInputStream(layer, 1 << 16);
        blob.mark(2);
        boolean compressed = blob.read() == 0x1f && blob.read() == 0x8b;
        blob.reset();
        TarArchiveInputStream archive =
                new TarArchiveInputStream(compressed ? new GZIPInputStream(blob) : blob, StandardCharsets.UTF_8.name());
        long bytes = 0;
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            bytes += entry.isFile() && !entry.isLink() ? entry.getSize() : 0;
        }
        return bytes;
    }

    private URI manifests(String repository, String name) {
        return registry.resolve("v2/%s/manifests/%s".formatted(repository, name));
    }

    private URI blobs(String repository, String digest) {
        return registry.resolve("v2/%s/blobs/%s".formatted(repository, digest));
    }

    private <T> T get(URI place, String accepted, BodyHandler<T> handler) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(place)
                .timeout(TIMEOUT)
                .header("Accept", accepted)
                .GET()
                .build();
        return send(request, handler).body();
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
        try {
            HttpResponse<T> answer = client.send(request, handler);
            if (answer.statusCode() != 200) {
                throw new IOException("the registry answered %s %s with %d"
                        .formatted(request.method(), request.uri(), answer.statusCode()));
            }
            return answer;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted during %s %s".formatted(request.method(), request.uri()), interrupted);
        }
    }
}
