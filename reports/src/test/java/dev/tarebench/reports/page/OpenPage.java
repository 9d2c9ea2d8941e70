package dev.tarebench.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarebench.reports.RichRun;
import dev.tarebench.reports.comparison.RunAnalysis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One browser for the tests of a class, and the page of whichever run a test opens in it. */
final class OpenPage implements BeforeAllCallback, AfterAllCallback {
    static final String VISIBLE_CHARTS = "[...document.querySelectorAll('.chart')].filter(c => !c.closest('[hidden]'))";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Optional<Path> folder = Optional.empty();
    private Optional<Chromium> running = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Optional<Path> binary = Chromium.find();
        if (binary.isEmpty()) {
            assertThat(Arrays.asList(System.getProperty("require", "").split(",", -1)))
                    .as("no chromium is on the PATH, but it is required")
                    .doesNotContain("chromium");
            abort("no chromium is on the PATH: the page is not tested in a browser");
        }
        Path place = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "page")
                .toAbsolutePath();
        folder = Optional.of(place);
        running = Optional.of(Chromium.start(binary.orElseThrow(), place.resolve("profile")));
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (running.isPresent()) {
            running.get().close();
        }
        if (folder.isPresent()) {
            try (Stream<Path> files = Files.walk(folder.get())) {
                files.sorted(Comparator.reverseOrder()).forEach(OpenPage::delete);
            }
        }
    }

    /** Helpers of the browser may still write into its profile while it is removed. */
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (DirectoryNotEmptyException e) {
            file.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder.orElseThrow();
    }

    Chromium openRich() throws Exception {
        return open(List.of(RunAnalysis.of(RichRun.build(7))), "rich.html");
    }

    Chromium open(List<RunAnalysis> runs, String name) throws Exception {
        Path page = folder().resolve(name);
        Files.deleteIfExists(page);
        HtmlReport.write(runs, page);
        browser().open(page);
        return browser();
    }

    private Chromium browser() {
        return running.orElseThrow();
    }

    void drawAll() throws Exception {
        browser().evaluate("tare.chart.drawAll()");
        browser().until(VISIBLE_CHARTS + ".every(c => c.dataset.drawn === 'true')");
    }

    void type(String pattern) throws Exception {
        browser()
                .evaluate("(() => { const f = document.getElementById('filter'); f.value = "
                        + JSON.writeValueAsString(pattern) + "; f.dispatchEvent(new Event('input')); })()");
    }

    /** The rows of a list, each as its fields with blanks between. */
    List<String> rows(String list) throws Exception {
        return texts("[...document.querySelectorAll('#" + list
                + " tbody tr')].map(r => [...r.cells].map(c => c.textContent).join(' '))");
    }

    List<String> texts(String expression) throws Exception {
        JsonNode array = browser().evaluate(expression);
        return Arrays.asList(JSON.convertValue(array, String[].class));
    }
}
