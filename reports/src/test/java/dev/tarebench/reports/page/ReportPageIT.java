package dev.tarebench.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarebench.reports.RichRun;
import dev.tarebench.reports.SimulatedRun;
import dev.tarebench.reports.comparison.RunAnalysis;
import dev.tarebench.reports.results.RunReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page as a reader has it: opened from disk, in a real browser. */
class ReportPageIT {
    @RegisterExtension
    static final OpenPage page = new OpenPage();

    @Test
    void itOpensWithoutAnErrorAndFetchesNothing() throws Exception {
        Chromium browser = page.openRich();

        page.drawAll();

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
        page.openRich();

        page.drawAll();

        assertThat(page.texts(OpenPage.VISIBLE_CHARTS + ".map(c => c.id)"))
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
        assertThat(page.texts(OpenPage.VISIBLE_CHARTS
                        + ".filter(c => !c.querySelector('svg path, canvas') || c.clientHeight < 60).map(c => c.id)"))
                .isEmpty();
    }

    @Test
    void aNameWithMarkupInItIsShownAsText() throws Exception {
        Chromium browser = page.openRich();
        page.drawAll();

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
        page.drawAll();
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
    void lightAndDarkDifferInPageAndCharts() throws Exception {
        Chromium browser = page.openRich();
        page.drawAll();
        String light = browser.evaluate("getComputedStyle(document.body).backgroundColor + tare.theme.colours().ink")
                .asText();

        browser.evaluate("document.getElementById('theme').click()");

        String dark = browser.evaluate("getComputedStyle(document.body).backgroundColor + tare.theme.colours().ink")
                .asText();
        assertThat(dark).isNotEqualTo(light);
    }

    @Test
    void breakEvenIsWhereTwoCostsAreEqual() throws Exception {
        Chromium browser = page.openRich();

        assertThat(browser.evaluate("tare.breakeven.crossing({overhead: 10, rate: 1}, {overhead: 1, rate: 2})")
                        .doubleValue())
                .isEqualTo(9);
        assertThat(browser.evaluate("tare.breakeven.crossing({overhead: 1, rate: 1}, {overhead: 2, rate: 2})")
                        .isNull())
                .isTrue();
    }

    @Test
    void itPrintsAsAPageOfPaper() throws Exception {
        Chromium browser = page.openRich();

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
        Chromium browser = page.open(List.of(first, second), "two.html");

        browser.evaluate("(() => { const r = document.getElementById('run'); r.value = '1';"
                + " r.dispatchEvent(new Event('change')); })()");
        page.drawAll();

        assertThat(browser.evaluate("document.getElementById('run-name').textContent")
                        .asText())
                .isEqualTo("second");
        assertThat(browser.evaluate("document.querySelector('.rows .id').textContent")
                        .asText())
                .contains("atax");
    }

    @Test
    void aForeignResultIsShownWithWhatItHas() throws Exception {
        Path file = Files.writeString(page.folder().resolve("foreign.json"), """
                [{"benchmark":"com.acme.Copy.bytes","mode":"thrpt","params":{"size":"1"},
                  "primaryMetric":{"score":4.0,"scoreUnit":"ops/ms","rawData":[[4.0,5.0,4.5]]}},
                 {"benchmark":"com.acme.Copy.bare","mode":"thrpt","primaryMetric":{"score":4.0,"scoreUnit":"ops/ms"}}]
                """);
        Chromium browser = page.open(List.of(RunAnalysis.of(RunReader.read(file))), "foreign.html");

        page.drawAll();

        assertThat(browser.evaluate("document.querySelector('.rows .id').textContent")
                        .asText())
                .isEqualTo("com.acme.Copy.bare:thrpt");
        assertThat(browser.evaluate("document.getElementById('failed').textContent")
                        .asText())
                .contains("no-raw-data");
        assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
    }

    @Test
    void noNameOfATargetIsCutOff() throws Exception {
        page.openRich();

        page.drawAll();

        assertThat(page.texts(
                        "[...document.querySelectorAll('.chart svg text')].filter(t => t.getBoundingClientRect().left"
                                + " < t.closest('svg').getBoundingClientRect().left - 0.5).map(t => t.textContent)"))
                .isEmpty();
    }

    @Test
    void whatNoCellHasGetsNoColumn() throws Exception {
        page.open(List.of(RunAnalysis.of(SimulatedRun.seed(1).run())), "plain.html");

        assertThat(page.texts("[...document.querySelectorAll('#table .head button')].map(b => b.textContent)"))
                .containsExactly("cell", "n", "median", "95 % interval", "spread", "peak", "ratio", "verdict");
    }
}
