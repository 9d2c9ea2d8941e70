package dev.tarebench.reports.text;

import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.Run;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What must be known about a run before any of its figures: when, where, how much, and how it ended. */
public final class RunFacts {
    private RunFacts() {}

    /** Facts by name, in the order in which they are read. */
    public static Map<String, String> of(Run run) {
        Map<String, String> facts = new LinkedHashMap<>();
        run.plan().ifPresent(plan -> {
            facts.put("Measured", plan.createdAt().truncatedTo(ChronoUnit.SECONDS) + ", Tare " + plan.tareVersion());
            facts.put("Selected", plan.regex().orElse("the default cells") + ", size " + plan.size());
            facts.put("Rounds", plan.rounds() + ", interleaved from seed " + plan.seed());
        });
        facts.put("Baseline", run.baseline());
        String machine = machine(run);
        if (!machine.isEmpty()) {
            facts.put("Machine", machine);
        }
        long failed =
                run.cells().stream().filter(cell -> !cell.failures().isEmpty()).count();
        facts.put(
                "Cells",
                String.format(
                        Locale.ROOT,
                        "planned %d, completed %d, failed %d, unavailable %d; %d samples",
                        run.plan()
                                .map(plan -> plan.cells().size())
                                .orElse(run.cells().size()),
                        run.cells().stream().filter(RunFacts::completed).count(),
                        failed,
                        run.unavailable().size(),
                        run.cells().stream().mapToLong(CellResult::count).sum()));
        return facts;
    }

    private static boolean completed(CellResult cell) {
        return cell.failures().isEmpty() && cell.count() > 0;
    }

    private static String machine(Run run) {
        Map<String, String> parts = new LinkedHashMap<>();
        run.machine().cpuModel().ifPresent(model -> parts.put("cpu", model));
        run.machine().cores().ifPresent(cores -> parts.put("cores", cores + (cores == 1 ? " core" : " cores")));
        run.machine()
                .memoryBytes()
                .ifPresent(bytes ->
                        parts.put("memory", String.format(Locale.ROOT, "%.1f GiB", (double) bytes / (1L << 30))));
        run.machine().os().ifPresent(os -> parts.put("os", os));
        run.machine().kernel().ifPresent(kernel -> parts.put("kernel", "kernel " + kernel));
        return parts.values().stream().collect(Collectors.joining(", "));
    }
}
