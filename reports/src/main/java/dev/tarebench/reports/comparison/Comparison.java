package dev.tarebench.reports.comparison;

import dev.tarebench.reports.UnreadableResult;
import dev.tarebench.reports.comparison.FamilyComparison.CellPair;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.reports.results.CellKey;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.FamilyKey;
import dev.tarebench.reports.results.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two runs side by side: before and after on one machine, or two machines by way of their native programs.
 *
 * @param differences what else differs, to be read first
 * @param onlyInBase cells with samples in the first run only; never dropped silently
 * @param onlyInOther cells with samples in the second run only
 * @param emulated cells left out because their platform is emulated on a machine that differs
 */
public record Comparison(
        Run base,
        Run other,
        MachineMatch machines,
        List<Difference> differences,
        List<ComparedCell> cells,
        List<CellResult> onlyInBase,
        List<CellResult> onlyInOther,
        List<CellKey> emulated) {
    private static final String HOST = "host";

    /** Memory is compared beside the metric that a cell was measured for. */
    private static final List<Metric> BESIDE = List.of(Metrics.MAX_RSS, Metrics.CGROUP_PEAK);

    /**
     * Compares two runs.
     *
     * @throws UnreadableResult when they have no cell in common, with the likely reason
     */
    public static Comparison of(Run base, Run other) {
        Map<CellKey, CellResult> left = measured(base);
        Map<CellKey, CellResult> right = measured(other);
        Set<CellKey> common = new TreeSet<>(left.keySet());
        common.retainAll(right.keySet());
        if (common.isEmpty()) {
            throw new UnreadableResult(NothingInCommon.explain(base, left.keySet(), other, right.keySet()));
        }
        MachineMatch machines = MachineMatch.of(base.machine(), other.machine());
        List<CellKey> emulated = machines == MachineMatch.DIFFERENT
                ? common.stream().filter(key -> !key.platform().equals(HOST)).toList()
                : List.of();
        emulated.forEach(common::remove);
        Map<FamilyKey, List<CellPair>> families = new TreeMap<>();
        for (CellKey key : common) {
            CellPair pair = new CellPair(get(left, key), get(right, key));
            families.computeIfAbsent(FamilyKey.of(pair.base().cell()), unused -> new ArrayList<>())
                    .add(pair);
        }
        List<ComparedCell> cells = families.values().parallelStream()
                .map(family -> new FamilyComparison(family, machines, base.baseline()).cells())
                .flatMap(List::stream)
                .toList();
        return new Comparison(
                base,
                other,
                machines,
                Difference.between(base, other),
                cells,
                without(left, right),
                without(right, left),
                emulated);
    }

    /** Cells with samples; the platform of the machine itself has one name, so that machines of two kinds compare. */
    private static Map<CellKey, CellResult> measured(Run run) {
        String own = run.platform();
        Map<CellKey, CellResult> measured = new HashMap<>();
        for (CellResult cell : run.cells()) {
            if (cell.primary().isPresent()) {
                CellKey key = cell.key();
                String platform = key.platform().equals(own) ? HOST : key.platform();
                measured.put(new CellKey(key.id(), key.size(), platform), cell);
            }
        }
        return measured;
    }

    private static List<CellResult> without(Map<CellKey, CellResult> some, Map<CellKey, CellResult> others) {
        return some.keySet().stream()
                .filter(key -> !others.containsKey(key))
                .sorted()
                .map(key -> get(some, key))
                .toList();
    }

    private static CellResult get(Map<CellKey, CellResult> cells, CellKey key) {
        return Optional.ofNullable(cells.get(key)).orElseThrow();
    }

    static List<Metric> metricsOf(CellResult cell) {
        List<Metric> metrics = new ArrayList<>();
        Optional<Metric> primary = cell.primary();
        primary.ifPresent(metrics::add);
        BESIDE.stream().filter(metric -> !primary.equals(Optional.of(metric))).forEach(metrics::add);
        return metrics;
    }
}
