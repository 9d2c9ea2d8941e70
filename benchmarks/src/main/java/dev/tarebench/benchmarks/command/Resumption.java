package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.measure.Prepared;
import dev.tarebench.benchmarks.record.RunFolder;
import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.JournalEnd;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.JournalReader;
import dev.tarebench.reports.journal.MachineRecord;
import dev.tarebench.reports.journal.PlanFile;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.machine.Machine;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an earlier part of a run left, and whether this part may be added to it. */
record Resumption(RunFolder folder, RunRequest.Beginning beginning) {

    /** What an earlier part journalled; the half line that its death left is cut, anything else broken is told. */
    static List<JournalLine> recover(RunFolder folder) throws IOException {
        List<JournalLine> lines = new ArrayList<>();
        if (!Files.exists(folder.samples())) {
            return lines;
        }
        JournalEnd end = JournalReader.read(folder.samples(), lines::add);
        if (end.hasHalfLine()) {
            try (FileChannel journal = FileChannel.open(folder.samples(), StandardOpenOption.WRITE)) {
                journal.truncate(end.wholeBytes());
            }
        }
        return lines;
    }

    /**
     * What is no longer as the run began, which only {@code --force} lets pass; the journal then says it with every
     * execution, of later parts too. Other cells than planned never pass: their places in the order would belong to somebody else.
     */
    List<String> changes(List<CellDescription> cells, Collection<Prepared> prepared, Machine machine) {
        if (beginning == RunRequest.Beginning.FRESH) {
            return List.of();
        }
        if (!PlanFile.read(folder.plan()).cells().equals(cells)) {
            throw new SetupFailure(
                    "%s cannot go on: the cells that can be measured are others".formatted(folder.path()),
                    "restore what it began with ('list' says what is missing), or begin a new run");
        }
        if (!Files.exists(folder.machine())) {
            return List.of();
        }
        MachineRecord before = MachineRecord.read(folder.machine());
        List<String> changes = changes(before, prepared, machine);
        if (beginning == RunRequest.Beginning.RESUMED && !changes.isEmpty()) {
            throw new SetupFailure(
                    "%s cannot go on: %s".formatted(folder.path(), String.join("; ", changes)),
                    "restore what it began with, begin a new run, or add --force, which marks what is measured from now on");
        }
        return Stream.concat(before.forced().stream(), changes.stream())
                .distinct()
                .toList();
    }

    private static List<String> changes(MachineRecord before, Collection<Prepared> prepared, Machine machine) {
        List<String> changes = new ArrayList<>();
        if (!before.fingerprint().equals(Optional.of(machine.fingerprint()))) {
            changes.add("the machine is another");
        }
        changes.addAll(changedTools(before, prepared));
        changes.addAll(changedArtifacts(before, prepared));
        return changes;
    }

    private static List<String> changedTools(MachineRecord before, Collection<Prepared> prepared) {
        Map<String, String> now = new HashMap<>();
        prepared.forEach(
                cell -> cell.tools().forEach(tool -> now.put(tool.description().id(), tool.sha256())));
        return before.tools().stream()
                .filter(tool ->
                        now.containsKey(tool.id()) && !tool.sha256().equals(Optional.ofNullable(now.get(tool.id()))))
                .map(tool -> "%s is another build".formatted(tool.id()))
                .toList();
    }

    private static List<String> changedArtifacts(MachineRecord before, Collection<Prepared> prepared) {
        Map<String, String> now = new HashMap<>();
        prepared.forEach(cell -> now.put(cell.cell().id(), cell.artifact().sha256()));
        return before.artifacts().stream()
                .filter(artifact ->
                        now.containsKey(artifact.cell()) && !artifact.sha256().equals(now.get(artifact.cell())))
                .map(artifact -> "the artifact of %s is another".formatted(artifact.cell()))
                .toList();
    }
}
