package dev.tarebench.reports.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.reports.Golden;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MetricsDocumentTest {
    @Test
    void theDocumentationSaysWhatTheRegistrySays() {
        StringBuilder page = new StringBuilder("""
            # Metrics

            Every figure that Tare reports, generated from the registry of the `reports` module \
            (`mvn -pl reports test -Dtest=MetricsDocumentTest -Dgolden.update`). The key is its name in \
            `samples.jsonl`, stored as an integer in the unit that the key names; the id is its name in JMH's \
            `results.json`. What was not measured is absent, never 0.
            """);
        for (Metric metric : Metrics.ALL) {
            page.append("\n## ").append(metric.title()).append("\n\n");
            page.append(metric.definition()).append("\n\n");
            page.append("| | |\n| --- | --- |\n");
            row(page, "key", "`" + metric.key() + "`");
            row(page, "id", "`" + metric.id() + "`");
            row(page, "unit", unit(metric.unit()));
            row(page, "better", metric.better().name().toLowerCase(Locale.ROOT));
            row(page, "instrument", metric.instrument());
            row(page, "error", metric.error());
        }
        Golden.verify(Path.of("../docs/metrics.md"), page.toString());
    }

    @Test
    void everyMetricIsFoundByItsKeyAndByItsId() {
        for (Metric metric : Metrics.ALL) {
            assertThat(Metrics.ofKey(metric.key())).isEqualTo(metric);
            assertThat(Metrics.ofId(metric.id())).isEqualTo(metric);
        }
    }

    @Test
    void aMetricOfALaterVersionKeepsItsKeyAndGetsItsUnitFromIt() {
        assertThat(Metrics.ofKey("shimPssBytes").unit()).isEqualTo(Unit.BYTES);
        assertThat(Metrics.ofKey("attachNs").unit()).isEqualTo(Unit.NANOSECONDS);
        assertThat(Metrics.ofKey("survivors").unit()).isEqualTo(Unit.COUNT);
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }

    private static String unit(Unit unit) {
        return switch (unit) {
            case NANOSECONDS -> "nanoseconds, shown in milliseconds";
            case BYTES -> "bytes, shown in MiB";
            case COUNT -> "a count";
        };
    }
}
