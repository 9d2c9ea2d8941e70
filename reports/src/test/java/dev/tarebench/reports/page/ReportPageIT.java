package dev.tarebench.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarebench.reports.RichRun;
import dev.tarebench.reports.SimulatedRun;
import dev.tarebench.reports.comparison.RunAnalysis;
import dev.tarebench.reports.results.RunReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page as a reader has it: opened from disk, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPageIT {
    private static final String VISIBLE_CHARTS =
            "[...document.querySelectorAll('.chart')].filter(c => !c.closest('[hidden]'))";

    @TempDir
    static Path folder;

    private Optional<Chromium> running = Optional.empty();

    @BeforeAll
    void start() throws Exception {
        Optional<Path> binary = Chromium.find();
        if (binary.isEmpty()) {
            String required = System.getProperty("require", "");
            assertThat(Arrays.asList(required.split(",", -1)))
                    .as("no chromium is on the PATH, but it is required")
                    .doesNotContain("chromium");
            abort("no chromium is on the PATH: the page is not tested in a browser");
        }
        running = Optional.of(Chromium.start(binary.orElseThrow(), folder.resolve("profile")));
    }

    @AfterAll
    void stop() throws Exception {
        if (running.isPresent()) {
            running.get().close();
        }
    }

    @Test
    void itOpensWithoutAnErrorAndFetchesNothing() throws Exception {
        Chromium browser = openRich();

        drawAll(browser);

        assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
        assertThat(browser.events("Log.entryAdded")).isEmpty();
        assertThat(browser.events("Runtime.consoleAPICalled")).isEmpty();
        assertThat(browser.events("Network.requestWillBeSent"))
                .extracting(event -> event.path("request").path("url").asText())
                .filteredOn(url -> !url.startsWith("data:"))
                .singleElement()
                .asString()
                .startsWith("file:");
    }

    @Test
    void everyChartIsDrawn() throws Exception {
        Chromium browser = openRich();

        drawAll(browser);

        assertThat(texts(browser.evaluate(VISIBLE_CHARTS + ".map(c => c.id)")))
                .contains(
                        "chart-means",
                        "chart-heatmap",
                        "chart-bars",
                        "chart-strips",
                        "chart-phases",
                        "chart-memory",
                        "chart-breakeven",
                        "chart-scatter",
                        "chart-contained",
                        "chart-contained-memory",
                        "chart-sizes",
                        "chart-unpacked",
                        "chart-pulls",
                        "chart-warmup",
                        "chart-ready",
                        "chart-density");
        assertThat(texts(browser.evaluate(VISIBLE_CHARTS
                        + ".filter(c => !c.querySelector('svg path, canvas') || c.clientHeight < 60).map(c => c.id)")))
                .isEmpty();
    }

    @Test
    void aFilterNarrowsTableAndChartsAndABrokenOneSaysSo() throws Exception {
        Chromium browser = openRich();

        type(browser, "gemm@wasmtime-(aot|winch)");
        browser.until("tare.table.count() === 2");

        assertThat(texts(browser.evaluate("[...document.querySelectorAll('.rows .id')].map(e => e.textContent)")))
                .containsExactly("polybench/gemm@wasmtime-aot", "polybench/gemm@wasmtime-winch");
        assertThat(browser.evaluate("document.getElementById('filter-state').textContent")
                        .asText())
                .startsWith("2 of ");
        assertThat(texts(browser.evaluate("tare.means.order()"))).containsExactly("wasmtime-aot", "wasmtime-winch");

        type(browser, "gemm@(");
        browser.until("document.getElementById('filter-state').classList.contains('wrong')");

        assertThat(browser.evaluate("tare.table.count()").intValue()).isEqualTo(2);
    }

    @Test
    void theTableIsSortedByTheColumnThatIsClicked() throws Exception {
        Chromium browser = openRich();

        browser.evaluate("[...document.querySelectorAll('.head button')].find(b => b.textContent === 'ratio').click()");

        assertThat(browser.evaluate("document.querySelector('.rows .id').textContent")
                        .asText())
                .contains("native-v3");
        assertThat(browser.evaluate("document.querySelectorAll('.head [aria-sort=ascending]').length")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void aNameWithMarkupInItIsShownAsText() throws Exception {
        Chromium browser = openRich();
        drawAll(browser);

        assertThat(browser.evaluate("document.querySelectorAll('img, b[with], i:not(.whisker i)').length")
                        .intValue())
                .isZero();
        assertThat(browser.evaluate("document.getElementById('unavailable').textContent")
                        .asText())
                .contains(RichRun.HOSTILE)
                .contains("</script><script>alert(1)");
        assertThat(browser.evaluate("document.getElementById('facts').textContent")
                        .asText())
                .contains("Some <i>CPU</i>");

        browser.evaluate("tare.model.change({ section: tare.model.sections().find(s => s.startsWith('startup')) })");
        drawAll(browser);
        browser.evaluate("echarts.getInstanceByDom(document.getElementById('chart-bars'))"
                + ".dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: 1 })");
        browser.until("document.querySelector('.tip')");

        assertThat(browser.evaluate("document.querySelector('.tip').textContent")
                        .asText())
                .contains(RichRun.HOSTILE);
        assertThat(browser.evaluate("document.images.length").intValue()).isZero();
        assertThat(browser.events("Page.javascriptDialogOpening")).isEmpty();
    }

    @Test
    void containersAreShownByWhatIsAskedOfThem() throws Exception {
        Chromium browser = openRich();
        drawAll(browser);

        type(browser, "gemm|resident|hello");
        browser.until("document.getElementById('filter-state').textContent.includes(' of ')");

        assertThat(rows(browser, "density"))
                .hasSize(12)
                .anySatisfy(row -> assertThat(row).startsWith("startup/resident-c runwasi-wasmtime 10 "));
        assertThat(rows(browser, "starts"))
                .hasSize(4)
                .anySatisfy(row -> assertThat(row).startsWith("start/startup/hello@crun-wasmtime "));
        assertThat(rows(browser, "contained"))
                .extracting(row -> row.split(" ", 3)[0] + " beside " + row.split(" ", 3)[1])
                .containsExactlyInAnyOrder(
                        "polybench/gemm@docker-debian beside native",
                        "polybench/gemm@docker-scratch beside native",
                        "polybench/gemm@runwasi-wasmtime beside wasmtime-cranelift",
                        "polybench/gemm@crun-wasmedge-aot beside wasmedge-aot");
    }

    @Test
    void theUnavailableAreFoundByTheirIds() throws Exception {
        Chromium browser = openRich();

        type(browser, "sort-rust@crun-wasmer");
        browser.until("document.getElementById('filter-state').textContent.startsWith('0 of ')");

        assertThat(rows(browser, "unavailable")).singleElement().asString().contains("joins all arguments into one");
    }

    private static List<String> rows(Chromium browser, String list) throws Exception {
        return texts(browser.evaluate("[...document.querySelectorAll('#" + list
                + " tbody tr')].map(r => [...r.cells].map(c => c.textContent).join(' '))"));
    }

    @Test
    void lightAndDarkDifferInPageAndCharts() throws Exception {
        Chromium browser = openRich();
        drawAll(browser);
        String light = browser.evaluate("getComputedStyle(document.body).backgroundColor + tare.theme.colours().ink")
                .asText();

        browser.evaluate("document.getElementById('theme').click()");

        String dark = browser.evaluate("getComputedStyle(document.body).backgroundColor + tare.theme.colours().ink")
                .asText();
        assertThat(dark).isNotEqualTo(light);
    }

    @Test
    void breakEvenIsWhereTwoCostsAreEqual() throws Exception {
        Chromium browser = openRich();

        assertThat(browser.evaluate("tare.breakeven.crossing({overhead: 10, rate: 1}, {overhead: 1, rate: 2})")
                        .doubleValue())
                .isEqualTo(9);
        assertThat(browser.evaluate("tare.breakeven.crossing({overhead: 1, rate: 1}, {overhead: 2, rate: 2})")
                        .isNull())
                .isTrue();
    }

    @Test
    void itPrintsAsAPageOfPaper() throws Exception {
        Chromium browser = openRich();

        JsonNode pdf = browser.call(
                "Page.printToPDF", new ObjectMapper().createObjectNode().put("printBackground", false));

        assertThat(pdf.path("data").asText().length()).isGreaterThan(50_000);
        assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
    }

    @Test
    void severalRunsAreChosenBetween() throws Exception {
        RunAnalysis first = RunAnalysis.of(SimulatedRun.seed(1).named("first").run());
        RunAnalysis second = RunAnalysis.of(
                SimulatedRun.seed(2).named("second").workloads("atax").run());
        Chromium browser = open(List.of(first, second), "two.html");

        browser.evaluate("(() => { const r = document.getElementById('run'); r.value = '1';"
                + " r.dispatchEvent(new Event('change')); })()");
        drawAll(browser);

        assertThat(browser.evaluate("document.getElementById('run-name').textContent")
                        .asText())
                .isEqualTo("second");
        assertThat(browser.evaluate("document.querySelector('.rows .id').textContent")
                        .asText())
                .contains("atax");
    }

    @Test
    void aForeignResultIsShownWithWhatItHas() throws Exception {
        Path file = Files.writeString(folder.resolve("foreign.json"), """
                [{"benchmark":"com.acme.Copy.bytes","mode":"thrpt","params":{"size":"1"},
                  "primaryMetric":{"score":4.0,"scoreUnit":"ops/ms","rawData":[[4.0,5.0,4.5]]}},
                 {"benchmark":"com.acme.Copy.bare","mode":"thrpt","primaryMetric":{"score":4.0,"scoreUnit":"ops/ms"}}]
                """);
        Chromium browser = open(List.of(RunAnalysis.of(RunReader.read(file))), "foreign.html");

        drawAll(browser);

        assertThat(browser.evaluate("document.querySelector('.rows .id').textContent")
                        .asText())
                .isEqualTo("com.acme.Copy.bare:thrpt");
        assertThat(browser.evaluate("document.getElementById('failed').textContent")
                        .asText())
                .contains("no-raw-data");
        assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
    }

    @Test
    void twentyThousandCellsStayUsable() throws Exception {
        Map<String, Double> targets = new TreeMap<>(Map.of("native", 1.0));
        for (int i = 1; i < 20; i++) {
            targets.put("engine-" + i, 1 + i / 5.0);
        }
        RunAnalysis large = RunAnalysis.of(
                SimulatedRun.seed(1).workloads(1000).targets(targets).rounds(5).run());
        Chromium browser = open(List.of(large), "large.html");

        assertThat(browser.evaluate("tare.table.count()").intValue()).isEqualTo(20_000);
        assertThat(browser.evaluate("document.querySelectorAll('.rows .row').length")
                        .intValue())
                .isLessThan(100);
        browser.evaluate("document.querySelector('.rows').scrollTop = 15000 * 30");
        browser.until(
                "[...document.querySelectorAll('.rows .row')].some(r => r.getAttribute('aria-rowindex') > 15000)");
        double milliseconds = browser.evaluate(
                        "(() => { const t = performance.now(); tare.model.change({ pattern: '-7@engine-3' }); return performance.now() - t; })()")
                .doubleValue();
        assertThat(milliseconds).isLessThan(3000);
        assertThat(browser.evaluate("document.documentElement.getElementsByTagName('*').length")
                        .intValue())
                .isLessThan(12_000);
    }

    private Chromium openRich() throws Exception {
        return open(List.of(RunAnalysis.of(RichRun.build(7))), "rich.html");
    }

    private Chromium open(List<RunAnalysis> runs, String name) throws Exception {
        Path page = folder.resolve(name);
        Files.deleteIfExists(page);
        HtmlReport.write(runs, page);
        Chromium browser = running.orElseThrow();
        browser.open(page);
        return browser;
    }

    private static void drawAll(Chromium browser) throws Exception {
        browser.evaluate("tare.chart.drawAll()");
        browser.until(VISIBLE_CHARTS + ".every(c => c.dataset.drawn === 'true')");
    }

    private static void type(Chromium browser, String pattern) throws Exception {
        String literal = new ObjectMapper().writeValueAsString(pattern);
        browser.evaluate("(() => { const f = document.getElementById('filter'); f.value = " + literal
                + "; f.dispatchEvent(new Event('input')); })()");
    }

    private static List<String> texts(JsonNode array) {
        return Arrays.asList(new ObjectMapper().convertValue(array, String[].class));
    }
}
