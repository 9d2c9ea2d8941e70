package dev.tarebench.toolchains.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a child's stream is copied to by the fallback; what goes past the limit is dropped and remembered. */
final class LimitedFile extends OutputStream {

    private final OutputStream file;
    private final long limit;
    private long written;
    private volatile boolean full;

    LimitedFile(Path path, long limit) throws IOException {
        this.file = Files.newOutputStream(path);
        this.limit = limit;
    }

    @Override
    public void write(int singleByte) throws IOException {
        write(new byte[] {(byte) singleByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int room = (int) Math.min(length, limit - written);
        file.write(bytes, offset, room);
        written += room;
        full |= written >= limit;
    }

    /** True once as much was written as may be. */
    boolean isFull() {
        return full;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
