package dev.tarebench.reports.results;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarebench.reports.UnreadableResult;
import dev.tarebench.reports.journal.MachineRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a result file in JMH's JSON: Tare's own, or that of any other project and JMH version. */
final class JmhReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JmhReader() {}

    static Run read(Path file, MachineRecord machine) {
        List<JmhBenchmark> benchmarks = new ArrayList<>();
        try (JsonParser json = MAPPER.createParser(file.toFile())) {
            JsonToken first = json.nextToken();
            if (first == null) {
                throw UnreadableResult.inFile(file, "empty file: the benchmark wrote no result");
            }
            if (first != JsonToken.START_ARRAY) {
                throw UnreadableResult.inFile(file, "not a JMH result: expected an array of benchmarks");
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                JsonNode element = MAPPER.readTree(json);
                benchmarks.add(JmhBenchmark.parse(file, benchmarks.size() + 1, element));
            }
            if (json.currentToken() != JsonToken.END_ARRAY) {
                throw UnreadableResult.inFile(file, "not a JMH result: an element is no object");
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableResult(
                    "%s, line %d: not whole JSON: %s"
                            .formatted(
                                    file,
                                    e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getLineNr(),
                                    e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new UnreadableResult(file + ": cannot be read: " + e.getMessage(), e);
        }
        if (benchmarks.isEmpty()) {
            throw UnreadableResult.inFile(file, "no benchmark in it: every one failed, or none was selected");
        }
        return run(file, machine, benchmarks);
    }

    private static Run run(Path file, MachineRecord machine, List<JmhBenchmark> benchmarks) {
        int rounds = benchmarks.stream().mapToInt(JmhBenchmark::forks).max().orElse(0);
        Map<CellKey, CellResult> cells = new LinkedHashMap<>();
        for (JmhBenchmark benchmark : benchmarks) {
            CellResult cell = benchmark.cell(rounds);
            if (cells.putIfAbsent(cell.key(), cell) != null) {
                throw UnreadableResult.inFile(
                        file, "'" + cell.cell().id() + "' is in it twice with the same parameters");
            }
        }
        if (cells.values().stream().allMatch(cell -> cell.count() == 0)) {
            throw UnreadableResult.inFile(
                    file,
                    "no benchmark in it can be used; of the first: "
                            + cells.values().iterator().next().failures().get(0).reason());
        }
        return new Run(
                RunReader.nameOf(file),
                RunReader.NATIVE,
                Optional.empty(),
                machine,
                List.copyOf(cells.values()),
                List.of());
    }
}
