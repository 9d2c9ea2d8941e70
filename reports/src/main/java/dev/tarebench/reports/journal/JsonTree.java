package dev.tarebench.reports.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.tarebench.reports.UnreadableResult;
import dev.tarebench.reports.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A JSON object whose missing or mistyped fields are named when they are asked for. */
record JsonTree(JsonNode root) {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final ObjectWriter WRITER =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    static JsonTree read(Path file) {
        try {
            JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
            if (!root.isObject()) {
                throw UnreadableResult.inFile(file, "expected a JSON object");
            }
            return new JsonTree(root);
        } catch (NoSuchFileException e) {
            throw new UnreadableResult(file + ": no such file", e);
        } catch (JsonProcessingException e) {
            throw new UnreadableResult(file + ": not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UnreadableResult(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    static void write(JsonNode tree, Path file) throws IOException {
        WholeFile.write(file, WRITER.writeValueAsString(tree) + "\n");
    }

    String text(String field) {
        return optionalText(field)
                .orElseThrow(() -> new IllegalArgumentException("field '" + field + "' is missing or not text"));
    }

    Optional<String> optionalText(String field) {
        JsonNode value = root.path(field);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    long integer(String field) {
        JsonNode value = root.path(field);
        if (!value.isIntegralNumber()) {
            throw new IllegalArgumentException("field '" + field + "' is missing or not an integer");
        }
        return value.longValue();
    }

    JsonNode array(String field) {
        JsonNode value = root.path(field);
        if (!value.isArray()) {
            throw new IllegalArgumentException("field '" + field + "' is missing or not an array");
        }
        return value;
    }
}
