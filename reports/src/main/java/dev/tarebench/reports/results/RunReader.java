package dev.tarebench.reports.results;

import dev.tarebench.reports.UnreadableResult;
import dev.tarebench.reports.journal.JournalEnd;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.JournalReader;
import dev.tarebench.reports.journal.MachineRecord;
import dev.tarebench.reports.journal.Plan;
import dev.tarebench.reports.journal.PlanFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loads a run from its folder, or from any JMH result file. */
public final class RunReader {
    static final String NATIVE = "native";

    private RunReader() {}

    /**
     * Loads a run.
     *
     * @param path a run's folder, or a result file in JMH's JSON, of Tare or of any other project
     * @throws UnreadableResult when it cannot be used, with the reason
     */
    public static Run read(Path path) {
        if (!Files.exists(path)) {
            throw UnreadableResult.inFile(path, "no such file or folder");
        }
        if (!Files.isDirectory(path)) {
            return JmhReader.read(path, machineBeside(path));
        }
        if (Files.exists(path.resolve("samples.jsonl"))) {
            return readFolder(path);
        }
        Path results = path.resolve("results.json");
        if (Files.exists(results)) {
            return JmhReader.read(results, machineBeside(results));
        }
        throw UnreadableResult.inFile(path, "not a run's folder: neither samples.jsonl nor results.json is in it");
    }

    /** Loads several runs, all at once where there are processors for it. */
    public static List<Run> readAll(List<Path> paths) {
        return paths.parallelStream().map(RunReader::read).toList();
    }

    private static Run readFolder(Path folder) {
        Path journal = folder.resolve("samples.jsonl");
        RunBuilder builder = new RunBuilder();
        JournalEnd end = JournalReader.read(journal, builder::add);
        if (end.lines() == 0) {
            throw UnreadableResult.inFile(journal, "empty: nothing was measured in this run");
        }
        List<String> warnings = new ArrayList<>();
        if (end.hasHalfLine()) {
            warnings.add("samples.jsonl ends in half a line, which is left out: the run was cut off");
        }
        return build(folder, builder, warnings);
    }

    /** The run of a folder by whoever wrote its journal, and need not read it again. */
    public static Run of(Path folder, List<JournalLine> journal) {
        RunBuilder builder = new RunBuilder();
        journal.forEach(builder::add);
        return build(folder, builder, List.of());
    }

    private static Run build(Path folder, RunBuilder builder, List<String> journalWarnings) {
        List<String> warnings = new ArrayList<>();
        Path planFile = folder.resolve("plan.json");
        Optional<Plan> plan = Optional.empty();
        if (Files.exists(planFile)) {
            plan = Optional.of(PlanFile.read(planFile));
        } else {
            warnings.add("plan.json is missing: what was planned but never measured cannot be told");
        }
        warnings.addAll(journalWarnings);
        MachineRecord machine = machineBeside(planFile);
        warnings.addAll(MachineWarnings.of(machine));
        return builder.build(nameOf(folder), plan, machine, warnings);
    }

    private static MachineRecord machineBeside(Path file) {
        Path machine = file.resolveSibling("machine.json");
        return Files.exists(machine) ? MachineRecord.read(machine) : MachineRecord.unknown();
    }

    static String nameOf(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
