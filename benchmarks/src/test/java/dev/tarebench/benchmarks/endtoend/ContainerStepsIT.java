package dev.tarebench.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What containerd tells of a container lies within what the clock around its client measured. */
final class ContainerStepsIT {

    private static final String CELL = "startup/hello-c@ctr-scratch";

    @TempDir
    Path folder;

    @Test
    void eachStepIsTimedAndAllLieWithinTheWallTime() throws IOException {
        JsonNode cell = new ObjectMapper()
                .readTree(Jar.run("list", CELL, "--json").standardOutput())
                .path(0);
        if (!cell.path("available").asBoolean()) {
            Requirement.missing("ctr", cell.path("reason").asText());
        }

        // The first execution is there so that the listener has begun before the others.
        assertThat(Jar.run("run", CELL, "--size=mini", "--rounds=3", "--prime=1", "--out=" + folder.resolve("out"))
                        .output())
                .contains("planned 1, completed 1");

        List<JournalLine> measured = new ArrayList<>();
        JournalReader.read(folder.resolve("out").resolve("samples.jsonl"), measured::add);
        assertThat(measured).filteredOn(JournalLine::isSample).hasSize(3).allSatisfy(line -> {
            Map<String, Long> metrics = line.metrics();
            assertThat(metrics).containsKeys("eventClientNs", "eventCreateNs", "eventStartNs", "eventDeleteNs");
            long told = Stream.of("Client", "Create", "Start", "Run", "Delete")
                    .mapToLong(step -> metrics.getOrDefault("event" + step + "Ns", 0L))
                    .sum();
            assertThat(told).isPositive().isLessThan(metrics.getOrDefault("wallNs", 0L));
        });
    }
}
