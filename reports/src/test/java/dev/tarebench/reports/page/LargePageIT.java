package dev.tarebench.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.reports.SimulatedRun;
import dev.tarebench.reports.comparison.RunAnalysis;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Twenty thousand cells on one page. */
class LargePageIT {
    @RegisterExtension
    static final OpenPage page = new OpenPage();

    @Test
    void twentyThousandCellsStayUsable() throws Exception {
        Map<String, Double> targets = new TreeMap<>(Map.of("native", 1.0));
        for (int i = 1; i < 20; i++) {
            targets.put("engine-" + i, 1 + i / 5.0);
        }
        RunAnalysis large = RunAnalysis.of(
                SimulatedRun.seed(1).workloads(1000).targets(targets).rounds(5).run());
        Chromium browser = page.open(List.of(large), "large.html");

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
}
