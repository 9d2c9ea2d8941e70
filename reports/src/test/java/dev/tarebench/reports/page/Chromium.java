package dev.tarebench.reports.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A headless browser, spoken to in its DevTools protocol: no driver has to fit its version. */
final class Chromium implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LISTENING = "DevTools listening on ";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> answers;
    private final List<JsonNode> events;
    private final AtomicInteger next = new AtomicInteger();

    private Chromium(
            Process process,
            WebSocket socket,
            Map<Integer, CompletableFuture<JsonNode>> answers,
            List<JsonNode> events) {
        this.process = process;
        this.socket = socket;
        this.answers = answers;
        this.events = events;
    }

    static Optional<Path> find() {
        List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path binary, Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        binary.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--window-size=1280,1000",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            URI browser = URI.create(readAddress(process.errorReader(StandardCharsets.UTF_8)));
            HttpClient client = HttpClient.newHttpClient();
            URI list = URI.create("http://127.0.0.1:" + browser.getPort() + "/json/list");
            String pages = client.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            String page = Stream.of(JSON.readValue(pages, JsonNode[].class))
                    .filter(target -> target.path("type").asText().equals("page"))
                    .findFirst()
                    .orElseThrow()
                    .path("webSocketDebuggerUrl")
                    .asText();
            Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
            List<JsonNode> events = new CopyOnWriteArrayList<>();
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create(page), new Listener(answers, events))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new Chromium(process, socket, answers, events);
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String readAddress(BufferedReader errors) throws IOException {
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            int start = line.indexOf(LISTENING);
            if (start >= 0) {
                drain(errors);
                return line.substring(start + LISTENING.length()).strip();
            }
        }
        throw new IOException("chromium ended without listening");
    }

    /** A full pipe would stop the browser. */
    private static void drain(BufferedReader errors) {
        Thread drain = new Thread(() -> errors.lines().forEach(line -> {}), "chromium-stderr");
        drain.setDaemon(true);
        drain.start();
    }

    void open(Path page) throws Exception {
        events.clear();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", JSON.createObjectNode());
        }
        call("Page.navigate", JSON.createObjectNode().put("url", page.toUri().toString()));
        until("location.protocol === 'file:' && document.readyState === 'complete'");
    }

    /** The value of a JavaScript expression; a promise is awaited. */
    JsonNode evaluate(String expression) throws Exception {
        JsonNode result = call(
                "Runtime.evaluate",
                JSON.createObjectNode()
                        .put("expression", expression)
                        .put("awaitPromise", true)
                        .put("returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    /** Waits until a JavaScript condition holds. */
    void until(String condition) throws Exception {
        String loop = "new Promise(done => { const look = () => (%s) ? done(true) : setTimeout(look, 20); look(); })";
        evaluate(loop.formatted(condition));
    }

    JsonNode call(String method, ObjectNode parameters) throws Exception {
        int id = next.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        socket.sendText(message.toString(), true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    List<JsonNode> events(String method) {
        return events.stream()
                .filter(event -> event.path("method").asText().equals(method))
                .map(event -> event.path("params"))
                .toList();
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        process.onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }

    /** Sorts what comes in into answers and events. */
    private static final class Listener implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> answers;
        private final List<JsonNode> events;
        private final StringBuilder text = new StringBuilder();

        Listener(Map<Integer, CompletableFuture<JsonNode>> answers, List<JsonNode> events) {
            this.answers = answers;
            this.events = events;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                take(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(part);
        }

        private void take(String message) {
            try {
                JsonNode node = JSON.readTree(message);
                if (node.has("id")) {
                    Optional.ofNullable(answers.remove(node.path("id").intValue()))
                            .ifPresent(answer -> answer.complete(node.path("result")));
                } else {
                    events.add(node);
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(message, e);
            }
        }
    }
}
