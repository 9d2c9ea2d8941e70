package dev.tarebench.reports.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends executions to {@code samples.jsonl}, each handed to the system whole, so that a kill loses at most one. */
public final class JournalWriter implements Closeable {
    /**
     * A disk takes ten milliseconds to keep a line for certain, which is more than many an execution takes. So a loss of
     * power costs the executions of one second, or the one that was running where it takes longer.
     */
    private static final long KEPT_WITHIN_NS = 1_000_000_000;

    private final FileChannel channel;
    private long lastKeptNs = System.nanoTime();

    private JournalWriter(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens the journal for appending, and makes it where it is missing. */
    public static JournalWriter open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.position(channel.size());
        return new JournalWriter(channel);
    }

    /** Writes one line; when the disk is full, what was written of it is taken back. */
    public void append(JournalLine line) throws IOException {
        long before = channel.position();
        ByteBuffer bytes = ByteBuffer.wrap(JournalFormat.render(line));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (System.nanoTime() - lastKeptNs > KEPT_WITHIN_NS) {
                channel.force(false);
                lastKeptNs = System.nanoTime();
            }
        } catch (IOException e) {
            channel.truncate(before);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.force(true);
        channel.close();
    }
}
