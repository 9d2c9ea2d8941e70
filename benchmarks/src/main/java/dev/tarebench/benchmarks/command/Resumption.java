package dev.tarebench.benchmarks.command;

import dev.tarebench.benchmarks.record.RunFolder;
import dev.tarebench.reports.journal.JournalEnd;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.reports.journal.JournalReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Reads what an earlier part of a run journalled, and cuts the half line that its death left. */
final class Resumption {

    private Resumption() {}

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
}
