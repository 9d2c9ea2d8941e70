package dev.tarebench.reports.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tarebench.reports.UnreadableResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** Reads a journal line by line, in constant memory, and says exactly where it is broken. */
public final class JournalReader {
    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final Consumer<JournalLine> each;
    private final LineScanner scanner = new LineScanner();
    private byte[] pending = new byte[CHUNK];
    private int length;
    private long lines;
    private long wholeBytes;

    private JournalReader(Path file, Consumer<JournalLine> each) {
        this.file = file;
        this.each = each;
    }

    /**
     * Hands every whole line to {@code each}.
     *
     * @return where the whole lines end; a writer that died in the middle of a line leaves half of one behind
     * @throws UnreadableResult when the file is missing, or any whole line is not a journal line
     */
    public static JournalEnd read(Path file, Consumer<JournalLine> each) {
        return new JournalReader(file, each).read();
    }

    private JournalEnd read() {
        try (InputStream in = Files.newInputStream(file)) {
            while (true) {
                if (length == pending.length) {
                    pending = Arrays.copyOf(pending, pending.length * 2);
                }
                int count = in.read(pending, length, pending.length - length);
                if (count < 0) {
                    return new JournalEnd(lines, wholeBytes, length);
                }
                int searched = length;
                length += count;
                takeLines(searched);
            }
        } catch (NoSuchFileException e) {
            throw new UnreadableResult(file + ": no such file", e);
        } catch (IOException e) {
            throw new UnreadableResult(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private void takeLines(int searched) {
        int start = 0;
        int lineEnd = lineEnd(searched);
        while (lineEnd < length) {
            take(start, lineEnd - start);
            start = lineEnd + 1;
            lineEnd = lineEnd(start);
        }
        System.arraycopy(pending, start, pending, 0, length - start);
        length -= start;
        wholeBytes += start;
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < length && pending[i] != '\n') {
            i++;
        }
        return i;
    }

    private void take(int offset, int count) {
        lines++;
        JournalLine line;
        try {
            line = scanner.read(pending, offset, count);
        } catch (JsonProcessingException e) {
            throw new UnreadableResult(file + ", line " + lines + ": not a journal line: " + e.getOriginalMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableResult(file + ", line " + lines + ": not a journal line: " + e.getMessage(), e);
        }
        each.accept(line);
    }
}
