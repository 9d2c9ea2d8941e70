package dev.tarebench.benchmarks.record;

import dev.tarebench.benchmarks.measure.Listener;
import dev.tarebench.benchmarks.measure.Measurable;
import dev.tarebench.benchmarks.measure.Trial;
import dev.tarebench.benchmarks.plan.Schedule;
import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.JournalWriter;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.launch.Instrument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes every execution down as it ends, and keeps the output of what failed. */
public final class Journal implements Listener, AutoCloseable {

    private final RunFolder folder;
    private final JournalWriter writer;
    private final Function<Schedule.Slot, CellDescription> describe;
    private final List<JournalLine> lines;
    private final List<String> marks;

    private Journal(
            RunFolder folder,
            JournalWriter writer,
            Function<Schedule.Slot, CellDescription> describe,
            List<JournalLine> earlier,
            List<String> changes) {
        this.folder = folder;
        this.writer = writer;
        this.describe = describe;
        this.lines = new ArrayList<>(earlier);
        this.marks = changes.stream()
                .map(change -> "resumed by --force although " + change)
                .toList();
    }

    /**
     * Opens the journal behind what an earlier part of the run wrote.
     *
     * @param changes what is no longer as the run began; every execution from now on says so
     */
    public static Journal open(
            RunFolder folder,
            Function<Schedule.Slot, CellDescription> describe,
            List<JournalLine> earlier,
            List<String> changes) {
        try {
            return new Journal(folder, JournalWriter.open(folder.samples()), describe, earlier, changes);
        } catch (IOException e) {
            throw new SetupFailure("the journal cannot be opened: " + e, "choose another folder by --out", e);
        }
    }

    @Override
    public void ended(Schedule.Slot slot, Measurable measurable, Trial trial) {
        boolean completed = trial.completed();
        List<String> notes = new ArrayList<>(trial.notes());
        notes.addAll(marks);
        JournalLine line = new JournalLine(
                slot.round(),
                slot.order(),
                describe.apply(slot),
                trial.outcome().word(),
                completed ? Optional.empty() : Optional.of(trial.outcome().explanation()),
                trial.startedAt(),
                trial.instrument() == Instrument.EXACT ? "exact" : "sampled",
                trial.metrics(),
                new TreeMap<>(trial.series()),
                notes);
        append(line);
        if (!completed) {
            keep(slot, trial);
        }
    }

    /** Notes a cell that never came to an execution. */
    public void append(JournalLine line) {
        try {
            writer.append(line);
            lines.add(line);
            // What is written to a file that was removed goes nowhere, without any error.
            if (!Files.exists(folder.samples())) {
                throw new NoSuchFileException(folder.samples().toString(), null, "removed during the run");
            }
        } catch (IOException e) {
            throw new SetupFailure(
                    "the journal %s cannot be written any more: %s".formatted(folder.samples(), e),
                    "make room and go on with: run --resume " + folder.path(),
                    e);
        }
    }

    private void keep(Schedule.Slot slot, Trial trial) {
        for (Path log : trial.logs()) {
            try {
                if (Files.isRegularFile(log)) {
                    String name = String.format(Locale.ROOT, "%06d-%s", slot.order(), log.getFileName());
                    Files.copy(log, folder.logs().resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new SetupFailure(
                        "the output of a failed execution cannot be kept: " + e,
                        "make room and go on with: run --resume " + folder.path(),
                        e);
            }
        }
    }

    /** Every line so far, those of an earlier part of a resumed run included. */
    public List<JournalLine> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
