package dev.tarebench.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a reader chooses on the page, by regex, by heading, by program, and what then changes. */
class PageSelectionIT {
    @RegisterExtension
    static final OpenPage page = new OpenPage();

    @Test
    void aFilterNarrowsTableAndChartsAndABrokenOneSaysSo() throws Exception {
        Chromium browser = page.openRich();

        page.type("gemm@wasmtime-(aot|winch)");
        browser.until("tare.table.count() === 2");

        assertThat(page.texts("[...document.querySelectorAll('.rows .id')].map(e => e.textContent)"))
                .containsExactly("polybench/gemm@wasmtime-aot", "polybench/gemm@wasmtime-winch");
        assertThat(browser.evaluate("document.getElementById('filter-state').textContent")
                        .asText())
                .startsWith("2 of ");
        assertThat(page.texts("tare.means.order()")).containsExactly("wasmtime-aot", "wasmtime-winch");

        page.type("gemm@(");
        browser.until("document.getElementById('filter-state').classList.contains('wrong')");

        assertThat(browser.evaluate("tare.table.count()").intValue()).isEqualTo(2);
    }

    @Test
    void theTableIsSortedByTheColumnThatIsClicked() throws Exception {
        Chromium browser = page.openRich();

        browser.evaluate("[...document.querySelectorAll('.head button')].find(b => b.textContent === 'ratio').click()");

        assertThat(browser.evaluate("document.querySelector('.rows .id').textContent")
                        .asText())
                .contains("native-v3");
        assertThat(browser.evaluate("document.querySelectorAll('.head [aria-sort=ascending]').length")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void containersAreShownByWhatIsAskedOfThem() throws Exception {
        Chromium browser = page.openRich();
        page.drawAll();

        page.type("gemm|resident|hello");
        browser.until("document.getElementById('filter-state').textContent.includes(' of ')");

        assertThat(page.rows("density"))
                .hasSize(12)
                .anySatisfy(row -> assertThat(row).startsWith("startup/resident-c runwasi-wasmtime 10 "));
        assertThat(page.rows("starts"))
                .hasSize(4)
                .anySatisfy(row -> assertThat(row).startsWith("start/startup/hello@crun-wasmtime "));
        assertThat(page.rows("contained"))
                .extracting(row -> row.split(" ", 3)[0] + " beside " + row.split(" ", 3)[1])
                .containsExactlyInAnyOrder(
                        "polybench/gemm@docker-debian beside native",
                        "polybench/gemm@docker-scratch beside native",
                        "polybench/gemm@runwasi-wasmtime beside wasmtime-cranelift",
                        "polybench/gemm@crun-wasmedge-aot beside wasmedge-aot");
    }

    @Test
    void theUnavailableAreFoundByTheirIds() throws Exception {
        Chromium browser = page.openRich();

        page.type("sort-rust@crun-wasmer");
        browser.until("document.getElementById('filter-state').textContent.startsWith('0 of ')");

        assertThat(page.rows("unavailable")).singleElement().asString().contains("joins all arguments into one");
    }

    @Test
    void warmUpFollowsTheChosenProgram() throws Exception {
        Chromium browser = page.openRich();

        browser.evaluate("tare.model.change({ program: [...document.getElementById('program').options]"
                + ".find(o => o.textContent === 'polybench/gemm').value })");
        page.drawAll();

        assertThat(browser.evaluate("document.getElementById('warmup-program').textContent")
                        .asText())
                .isEqualTo(", polybench/gemm");
    }
}
