package dev.tarebench.reports.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives a journal line its one spelling, so that the same execution is always the same bytes. */
final class JournalFormat {
    static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private JournalFormat() {}

    static byte[] render(JournalLine line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("round", line.round());
            json.writeNumberField("order", line.order());
            writeCell(json, line.cell());
            json.writeStringField("outcome", line.outcome());
            writeOptional(json, "reason", line.reason());
            json.writeStringField("startedAt", line.startedAt().toString());
            json.writeStringField("instrument", line.instrument());
            json.writeObjectFieldStart("metrics");
            for (Map.Entry<String, Long> metric : line.metrics().entrySet()) {
                json.writeNumberField(metric.getKey(), metric.getValue());
            }
            json.writeEndObject();
            writeSeries(json, line);
            writeNotes(json, line.notes());
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a journal line could not be rendered in memory", e);
        }
        bytes.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static void writeCell(JsonGenerator json, CellDescription cell) throws IOException {
        json.writeStringField("cell", cell.id());
        json.writeStringField("operation", cell.operation());
        json.writeStringField("suite", cell.suite());
        json.writeStringField("workload", cell.workload());
        writeOptional(json, "language", cell.language());
        writeOptional(json, "variant", cell.variant());
        json.writeStringField("target", cell.target());
        json.writeStringField("size", cell.size());
        json.writeStringField("platform", cell.platform());
        writeOptional(json, "tier", cell.tier());
    }

    private static void writeSeries(JsonGenerator json, JournalLine line) throws IOException {
        if (line.series().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("series");
        for (Map.Entry<String, List<Long>> series : line.series().entrySet()) {
            json.writeArrayFieldStart(series.getKey());
            for (long value : series.getValue()) {
                json.writeNumber(value);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writeNotes(JsonGenerator json, List<String> notes) throws IOException {
        if (notes.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("notes");
        for (String note : notes) {
            json.writeString(note);
        }
        json.writeEndArray();
    }

    private static void writeOptional(JsonGenerator json, String field, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(field, value.get());
        }
    }
}
