package dev.tarebench.benchmarks.measure;

import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.toolchains.launch.Stamps;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The time from each step of a container to the next, as its daemon tells them. */
final class Steps {

    private static final Map<String, Metric> BY_TOPIC = byTopic();

    private Steps() {}

    /** In their order; what is measured ends with the step. */
    private static Map<String, Metric> byTopic() {
        Map<String, Metric> steps = new LinkedHashMap<>();
        steps.put("/containers/create", Metrics.EVENT_CLIENT);
        steps.put("/tasks/create", Metrics.EVENT_CREATE);
        steps.put("/tasks/start", Metrics.EVENT_START);
        steps.put("/tasks/exit", Metrics.EVENT_RUN);
        steps.put("/tasks/delete", Metrics.EVENT_DELETE);
        return steps;
    }

    /** Leaves out what lies between two steps of which one was not told, or was told too early. */
    static void read(Stamps stamps, Map<String, Instant> told, Map<String, Long> metrics) {
        if (stamps.driftNs() > Phases.MOST_DRIFT_NS) {
            return;
        }
        long before = stamps.spawnRealNs();
        boolean known = true;
        for (Map.Entry<String, Metric> step : BY_TOPIC.entrySet()) {
            Instant time = told.get(step.getKey());
            if (time == null) {
                known = false;
                continue;
            }
            long now = time.getEpochSecond() * 1_000_000_000 + time.getNano();
            if (known && now >= before) {
                metrics.put(step.getValue().key(), now - before);
            }
            known = true;
            before = now;
        }
    }
}
