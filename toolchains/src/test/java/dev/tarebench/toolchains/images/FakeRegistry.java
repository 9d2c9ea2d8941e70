package dev.tarebench.toolchains.images;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** As much of a registry as a push needs, in memory; it checks digests as a real one does. */
final class FakeRegistry implements AutoCloseable {

    private static final String ROOT = "/v2/";

    private final HttpServer server;
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private Optional<String> refusal = Optional.empty();

    private FakeRegistry(HttpServer server) {
        this.server = server;
    }

    static FakeRegistry start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeRegistry registry = new FakeRegistry(server);
        server.createContext(ROOT, registry::answer);
        server.start();
        return registry;
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    synchronized byte[] content(String place) {
        return Optional.ofNullable(contents.get(place)).orElseThrow();
    }

    synchronized List<String> order() {
        return new ArrayList<>(contents.keySet());
    }

    synchronized void refuseUploads(String reason) {
        refusal = Optional.of(reason);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String place = exchange.getRequestURI().getPath().substring(ROOT.length());
            switch (exchange.getRequestMethod()) {
                case "HEAD" -> head(exchange, place);
                case "POST" -> beginUpload(exchange, place);
                case "PUT" -> put(exchange, place);
                default -> exchange.sendResponseHeaders(405, -1);
            }
        }
    }

    private void head(HttpExchange exchange, String place) throws IOException {
        byte[] content = contents.get(place);
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.getResponseHeaders()
                    .add("Docker-Content-Digest", BlobDigest.of(content).toString());
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void beginUpload(HttpExchange exchange, String place) throws IOException {
        if (refusal.isPresent()) {
            byte[] reason = refusal.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(507, reason.length);
            exchange.getResponseBody().write(reason);
        } else {
            exchange.getResponseHeaders().add("Location", ROOT + place + "an-upload?_state=opaque");
            exchange.sendResponseHeaders(202, -1);
        }
    }

    private void put(HttpExchange exchange, String place) throws IOException {
        byte[] content = exchange.getRequestBody().readAllBytes();
        String query = exchange.getRequestURI().getQuery();
        String wanted = query == null ? "" : query.replaceFirst(".*digest=", "");
        if (query != null && !wanted.equals(BlobDigest.of(content).toString())) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        contents.put(query == null ? place : place.replace("uploads/an-upload", wanted), content);
        exchange.sendResponseHeaders(201, -1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
