package dev.tarebench.reports.comparison;

import dev.tarebench.reports.journal.MachineRecord;
import dev.tarebench.reports.results.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Something other than the code that differs between two runs: shown before any figure, since it may be the reason.
 *
 * @param kind machine, tool, module, size or plan
 */
public record Difference(String kind, String subject, String base, String other) {
    private static final String ABSENT = "absent";

    /** Paths of the machine record that change from minute to minute and explain nothing by themselves. */
    private static final Set<String> VOLATILE =
            Set.of("load", "noise", "before", "after", "time", "startedAt", "endedAt", "recordedAt", "uptime", "run");

    private static final List<String> FIRST =
            List.of("fingerprint", "cpu.model", "cpu.cores", "memory.totalBytes", "os", "kernel");

    static List<Difference> between(Run base, Run other) {
        List<Difference> differences = new ArrayList<>();
        addMachine(facts(base.machine()), facts(other.machine()), differences);
        add("tool", tools(base.machine()), tools(other.machine()), differences);
        Set<String> common = ids(base);
        common.retainAll(ids(other));
        add("module", artifacts(base.machine(), common), artifacts(other.machine(), common), differences);
        add("size", Map.of("size", sizes(base)), Map.of("size", sizes(other)), differences);
        add("plan", plan(base), plan(other), differences);
        return List.copyOf(differences);
    }

    private static void addMachine(Map<String, String> base, Map<String, String> other, List<Difference> differences) {
        if (base.isEmpty() || other.isEmpty()) {
            return;
        }
        List<Difference> found = new ArrayList<>();
        add("machine", base, other, found);
        for (String first : FIRST) {
            found.stream().filter(one -> one.subject.equals(first)).forEach(differences::add);
        }
        found.stream().filter(one -> !FIRST.contains(one.subject)).forEach(differences::add);
    }

    private static void add(
            String kind, Map<String, String> base, Map<String, String> other, List<Difference> differences) {
        TreeSet<String> subjects = new TreeSet<>(base.keySet());
        subjects.addAll(other.keySet());
        for (String subject : subjects) {
            String left = base.getOrDefault(subject, ABSENT);
            String right = other.getOrDefault(subject, ABSENT);
            if (!left.equals(right)) {
                differences.add(new Difference(kind, subject, left, right));
            }
        }
    }

    private static Map<String, String> facts(MachineRecord machine) {
        return machine.facts().entrySet().stream()
                .filter(fact -> !VOLATILE.contains(fact.getKey().split("\\.", 2)[0]))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> tools(MachineRecord machine) {
        return machine.tools().stream()
                .collect(Collectors.toMap(
                        MachineRecord.Tool::id,
                        tool -> tool.version()
                                + tool.sha256()
                                        .map(sha -> ", sha256 " + shortened(sha))
                                        .orElse(""),
                        (first, second) -> first));
    }

    /** What one side did not measure at all is listed with its cells, and no difference of the rest. */
    private static Map<String, String> artifacts(MachineRecord machine, Set<String> cells) {
        return machine.artifacts().stream()
                .filter(artifact -> cells.contains(artifact.cell()))
                .collect(Collectors.toMap(
                        MachineRecord.Artifact::cell,
                        artifact -> "sha256 " + shortened(artifact.sha256()),
                        (first, second) -> first));
    }

    private static Set<String> ids(Run run) {
        return run.cells().stream().map(cell -> cell.cell().id()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shortened(String sha256) {
        return sha256.length() > 12 ? sha256.substring(0, 12) : sha256;
    }

    private static String sizes(Run run) {
        return run.cells().stream()
                .map(cell -> cell.cell().size())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> plan(Run run) {
        Map<String, String> facts = new TreeMap<>();
        run.plan().ifPresent(plan -> {
            facts.put("tare version", plan.tareVersion());
            facts.put("rounds", Integer.toString(plan.rounds()));
            facts.put("baseline", plan.baseline());
            plan.options().forEach((option, value) -> facts.put("--" + option, value));
        });
        return facts;
    }
}
