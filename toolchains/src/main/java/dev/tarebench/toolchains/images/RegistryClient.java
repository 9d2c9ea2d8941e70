package dev.tarebench.toolchains.images;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/**
 * Fills a registry of our own on this machine, by its interface and in plain HTTP: an engine as a go-between would have
 * to hold every image first, and would recompress layers as its version likes.
 */
public final class RegistryClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    private final URI registry;
    private final BlobStore store;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /** @param registry the registry's root, as {@code http://127.0.0.1:5000/} */
    public RegistryClient(URI registry, BlobStore store) {
        String host = String.valueOf(registry.getHost());
        if (!host.startsWith("127.") && !host.equals("localhost") && !host.equals("[::1]")) {
            throw new IllegalArgumentException(
                    "the registry %s is not on this machine; images are pushed in plain HTTP and only to loopback"
                            .formatted(registry));
        }
        this.registry = registry;
        this.store = store;
    }

    /** Uploads what the registry does not hold yet and gives it the name {@code repository:tag}. */
    public PushOutcome push(Publication publication, String repository, String tag) throws IOException {
        PushOutcome outcome = PushOutcome.NOTHING;
        for (Descriptor blob : publication.dependencies()) {
            outcome = outcome.plus(pushBlobOrManifest(blob, repository));
        }
        return outcome.plus(pushManifest(publication.descriptor(), repository, tag));
    }

    private PushOutcome pushBlobOrManifest(Descriptor descriptor, String repository) throws IOException {
        return descriptor.mediaType() == MediaType.MANIFEST
                ? pushManifest(descriptor, repository, descriptor.digest().toString())
                : pushBlob(descriptor, repository);
    }

    private PushOutcome pushBlob(Descriptor blob, String repository) throws IOException {
        String path = "v2/%s/blobs/".formatted(repository);
        if (exists(registry.resolve(path + blob.digest()), blob.mediaType())) {
            return PushOutcome.NOTHING;
        }
        HttpRequest start = request(registry.resolve(path + "uploads/"))
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<String> started = send(start, Set.of(ACCEPTED));
        String location = started.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("the registry named no place for an upload: %s".formatted(started)));
        String separator = location.contains("?") ? "&" : "?";
        URI upload = registry.resolve(location + separator + "digest=" + blob.digest());
        HttpRequest put = request(upload)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofFile(store.path(blob.digest())))
                .build();
        send(put, Set.of(CREATED));
        return PushOutcome.blob(blob);
    }

    private PushOutcome pushManifest(Descriptor document, String repository, String name) throws IOException {
        URI place = registry.resolve("v2/%s/manifests/%s".formatted(repository, name));
        if (holds(place, document)) {
            return PushOutcome.NOTHING;
        }
        HttpRequest put = request(place)
                .header("Content-Type", document.mediaType().text())
                .PUT(BodyPublishers.ofFile(store.path(document.digest())))
                .build();
        send(put, Set.of(CREATED));
        return PushOutcome.manifest(document);
    }

    /** Whether the name already refers to exactly this document: a tag may still name an older one. */
    private boolean holds(URI place, Descriptor document) throws IOException {
        HttpResponse<String> answer = head(place, document.mediaType());
        return answer.statusCode() == OK
                && answer.headers()
                        .firstValue("Docker-Content-Digest")
                        .filter(document.digest().toString()::equals)
                        .isPresent();
    }

    private boolean exists(URI place, MediaType mediaType) throws IOException {
        return head(place, mediaType).statusCode() == OK;
    }

    private HttpResponse<String> head(URI place, MediaType mediaType) throws IOException {
        HttpRequest head = request(place)
                .header("Accept", mediaType.text())
                .method("HEAD", BodyPublishers.noBody())
                .build();
        return send(head, Set.of(OK, 404));
    }

    private static HttpRequest.Builder request(URI place) {
        return HttpRequest.newBuilder(place).timeout(REQUEST_TIMEOUT);
    }

    private HttpResponse<String> send(HttpRequest request, Set<Integer> expected) throws IOException {
        HttpResponse<String> answer;
        try {
            answer = client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted during %s %s".formatted(request.method(), request.uri()), interrupted);
        } catch (IOException unreachable) {
            throw new IOException(
                    "the registry did not answer %s %s: %s; see whether it still runs"
                            .formatted(request.method(), request.uri(), unreachable),
                    unreachable);
        }
        if (!expected.contains(answer.statusCode())) {
            throw new IOException("the registry answered %s %s with %d: %s"
                    .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
        }
        return answer;
    }
}
