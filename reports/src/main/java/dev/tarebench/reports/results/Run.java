package dev.tarebench.reports.results;

import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.MachineRecord;
import dev.tarebench.reports.journal.Plan;
import dev.tarebench.reports.journal.UnavailableCell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One run as its files tell it, whoever wrote them.
 *
 * @param name what tells it from other runs in a report
 * @param baseline the target that the others are set against
 * @param warnings what a reader of any figure must know
 */
public record Run(
        String name,
        String baseline,
        Optional<Plan> plan,
        MachineRecord machine,
        List<CellResult> cells,
        List<String> warnings) {
    public Run {
        cells = List.copyOf(cells);
        warnings = List.copyOf(warnings);
    }

    public List<UnavailableCell> unavailable() {
        return plan.map(Plan::unavailable).orElse(List.of());
    }

    /** Planned cells that have not one execution: the run ended before their turn. */
    public List<CellDescription> untouched() {
        Map<CellKey, CellResult> known = byKey();
        return plan.map(Plan::cells).orElse(List.of()).stream()
                .filter(cell -> !known.containsKey(CellKey.of(cell)))
                .toList();
    }

    public Map<CellKey, CellResult> byKey() {
        return cells.stream()
                .collect(Collectors.toMap(CellResult::key, cell -> cell, (first, second) -> first, LinkedHashMap::new));
    }

    /** Cells that differ in nothing but the target. */
    public SortedMap<FamilyKey, List<CellResult>> families() {
        return cells.stream()
                .collect(Collectors.groupingBy(
                        cell -> FamilyKey.of(cell.cell()), TreeMap::new, Collectors.toUnmodifiableList()));
    }

    /** The platform that is not emulated here. */
    public String platform() {
        return machine.text("platform").orElseGet(this::mostFrequentPlatform);
    }

    private String mostFrequentPlatform() {
        return cells.stream()
                .collect(Collectors.groupingBy(cell -> cell.cell().platform(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
