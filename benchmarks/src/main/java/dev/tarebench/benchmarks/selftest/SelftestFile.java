package dev.tarebench.benchmarks.selftest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarebench.reports.WholeFile;
import dev.tarebench.toolchains.cache.Cache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last self-test on this machine, kept in the cache for {@code doctor} and for the record of every run. */
public record SelftestFile(Path file) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static SelftestFile in(Cache cache) {
        return new SelftestFile(cache.root().resolve("selftest.json"));
    }

    public void write(SelftestResult result) throws IOException {
        ObjectNode root = MAPPER.createObjectNode()
                .put("verdict", result.verdict())
                .put("at", result.at().toString())
                .put("fingerprint", result.fingerprint())
                .put("unjudged", result.unjudged());
        result.lines().forEach(root.putArray("lines")::add);
        result.failures().forEach(root.putArray("failures")::add);
        WholeFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    /** Empty when there never was one, or when what is there cannot be read: then it must be made again. */
    public Optional<SelftestResult> read() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
            return Optional.of(new SelftestResult(
                    root.path("verdict").asText(),
                    Instant.parse(root.path("at").asText()),
                    root.path("fingerprint").asText(),
                    texts(root.path("lines")),
                    texts(root.path("failures")),
                    root.path("unjudged").asInt()));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What the record of a run says of it; of another machine it says nothing. */
    public Map<String, Object> summary(String fingerprint) {
        Map<String, Object> summary = new LinkedHashMap<>();
        Optional<SelftestResult> last =
                read().filter(result -> result.fingerprint().equals(fingerprint));
        summary.put("verdict", last.map(SelftestResult::verdict).orElse("never made on this machine"));
        last.ifPresent(result -> {
            summary.put("at", result.at().toString());
            summary.put("failures", result.failures());
        });
        return summary;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
