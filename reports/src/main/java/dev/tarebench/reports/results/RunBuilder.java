package dev.tarebench.reports.results;

import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.MachineRecord;
import dev.tarebench.reports.journal.Plan;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers executions line by line into a run, from a file or as they are measured. */
public final class RunBuilder {
    private final Map<CellKey, CellCollector> cells = new LinkedHashMap<>();

    /** The reader hands out one description per cell, so that most lines need no comparison of words. */
    private final IdentityHashMap<CellDescription, CellCollector> known = new IdentityHashMap<>();

    public void add(JournalLine line) {
        CellCollector collector = known.get(line.cell());
        if (collector == null) {
            collector = cells.computeIfAbsent(CellKey.of(line.cell()), key -> new CellCollector(line.cell()));
            known.put(line.cell(), collector);
        }
        collector.add(line);
    }

    /** The run, with the plan's name and baseline where there is a plan. */
    public Run build(String name, Optional<Plan> plan, MachineRecord machine, List<String> warnings) {
        return new Run(
                plan.map(Plan::runId).orElse(name),
                plan.map(Plan::baseline).orElse(RunReader.NATIVE),
                plan,
                machine,
                cells.values().stream().map(CellCollector::result).toList(),
                warnings);
    }
}
