package dev.tarebench.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarebench.reports.RichRun;
import dev.tarebench.reports.comparison.RunAnalysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageJsonTest {
    private static final RunAnalysis RICH = RunAnalysis.of(RichRun.build(7));

    @TempDir
    Path folder;

    @Test
    void noNameCanEndTheScriptThatTheDataStandsIn() throws IOException {
        String json = PageJson.render(List.of(RICH)).toString();

        assertThat(json).doesNotContain("<").doesNotContain(">").doesNotContain("&");
        JsonNode run = new ObjectMapper().readTree(json).path("runs").path(0);
        assertThat(run.path("unavailable").path(1).path(0).textValue())
                .isEqualTo("startup/" + RichRun.HOSTILE + "@native");
        assertThat(run.path("cells").path("id").size()).isEqualTo(RICH.cells().size());
    }

    @Test
    void thePageIsOneFileThatFetchesNothingAndReplacesTheOldOneWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("report.html"), "old");

        HtmlReport.write(List.of(RICH), file);

        String page = Files.readString(file);
        assertThat(page).startsWith("<!doctype html>").endsWith("</html>\n").doesNotContain("{{");
        assertThat(page.substring(0, page.indexOf("</head>")))
                .contains("default-src 'none'")
                .doesNotContain("src=");
        assertThat(folder.toFile().list()).containsExactly("report.html");
    }

    @Test
    void numbersKeepFiveDigits() {
        assertThat(Numbers.round(123_456.789)).isEqualTo(123_460);
        assertThat(Numbers.round(0.000123456789)).isEqualTo(0.00012346);
        assertThat(Numbers.round(1.0)).isEqualTo(1.0);
    }
}
