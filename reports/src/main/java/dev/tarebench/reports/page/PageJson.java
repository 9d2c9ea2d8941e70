package dev.tarebench.reports.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.tarebench.reports.comparison.RunAnalysis;
import dev.tarebench.reports.comparison.SuiteMean;
import dev.tarebench.reports.journal.MachineRecord;
import dev.tarebench.reports.journal.UnavailableCell;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.Run;
import dev.tarebench.reports.text.RunFacts;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The page's data, in columns: 20,000 cells as objects would be ten times as large. */
final class PageJson {
    private static final JsonFactory JSON = new JsonFactory().setCharacterEscapes(new InsideScript());

    private PageJson() {}

    static CharSequence render(List<RunAnalysis> runs) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("runs");
            for (RunAnalysis run : runs) {
                writeRun(json, run);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("the page's data could not be rendered in memory", e);
        }
        return text.getBuffer();
    }

    private static void writeRun(JsonGenerator json, RunAnalysis analysis) throws IOException {
        Run run = analysis.run();
        json.writeStartObject();
        json.writeStringField("name", run.name());
        json.writeStringField("baseline", run.baseline());
        writeMap(json, "facts", RunFacts.of(run));
        json.writeArrayFieldStart("warnings");
        for (String warning : run.warnings()) {
            json.writeString(warning);
        }
        json.writeEndArray();
        CellColumns.write(json, analysis);
        CurveJson.write(json, run);
        writeMeans(json, analysis.means());
        writeFailures(json, run);
        writeUnavailable(json, run);
        writeMachine(json, run.machine());
        json.writeEndObject();
    }

    private static void writeMap(JsonGenerator json, String name, Map<String, String> map) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> entry : map.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeMeans(JsonGenerator json, List<SuiteMean> means) throws IOException {
        json.writeArrayFieldStart("means");
        for (SuiteMean mean : means) {
            json.writeStartObject();
            json.writeStringField("suite", mean.suite());
            json.writeStringField("operation", mean.operation());
            json.writeStringField("size", mean.size());
            json.writeStringField("platform", mean.platform());
            json.writeStringField("target", mean.target());
            Numbers.write(json, "mean", mean.mean());
            Numbers.write(json, "low", mean.interval().low());
            Numbers.write(json, "high", mean.interval().high());
            json.writeNumberField("programs", mean.programs());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeFailures(JsonGenerator json, Run run) throws IOException {
        json.writeArrayFieldStart("failures");
        for (CellResult cell : run.cells()) {
            Map<String, String> reasons = new TreeMap<>();
            cell.failures().forEach(failure -> reasons.putIfAbsent(failure.outcome(), failure.reason()));
            for (Map.Entry<String, String> reason : reasons.entrySet()) {
                long count = cell.failures().stream()
                        .filter(failure -> failure.outcome().equals(reason.getKey()))
                        .count();
                writeRow(json, cell.cell().id(), reason.getKey(), Long.toString(count), reason.getValue());
            }
        }
        json.writeEndArray();
    }

    private static void writeUnavailable(JsonGenerator json, Run run) throws IOException {
        json.writeArrayFieldStart("unavailable");
        for (UnavailableCell cell : run.unavailable()) {
            writeRow(json, cell.id(), cell.reason(), cell.remedy());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("untouched");
        for (var cell : run.untouched()) {
            json.writeString(cell.id());
        }
        json.writeEndArray();
    }

    private static void writeMachine(JsonGenerator json, MachineRecord machine) throws IOException {
        writeMap(json, "machine", machine.facts());
        json.writeArrayFieldStart("tools");
        for (MachineRecord.Tool tool : machine.tools()) {
            writeRow(
                    json,
                    tool.id(),
                    tool.version(),
                    tool.expected().orElse(""),
                    tool.sha256().orElse(""));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("artifacts");
        for (MachineRecord.Artifact artifact : machine.artifacts()) {
            writeRow(
                    json,
                    artifact.cell(),
                    artifact.bytes().isPresent()
                            ? Long.toString(artifact.bytes().getAsLong())
                            : "",
                    artifact.sha256());
        }
        json.writeEndArray();
    }

    private static void writeRow(JsonGenerator json, String... fields) throws IOException {
        json.writeStartArray();
        for (String field : fields) {
            json.writeString(field);
        }
        json.writeEndArray();
    }

    /** Nothing in the data can end the script element it stands in, or start a comment there. */
    private static final class InsideScript extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private final int[] ascii = standardAsciiEscapesForJSON();

        InsideScript() {
            for (char c : "<>&'".toCharArray()) {
                ascii[c] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return new SerializedString(String.format("\\u%04x", character));
        }
    }
}
