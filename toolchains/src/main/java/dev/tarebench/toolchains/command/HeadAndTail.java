package dev.tarebench.toolchains.command;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the beginning and the end of a tool's output, so that a tool that prints for hours cannot fill the heap. */
final class HeadAndTail extends OutputStream {

    private final int headLimit;
    private final int tailLimit;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final ByteArrayOutputStream tail = new ByteArrayOutputStream();
    private long leftOut;

    HeadAndTail(int headLimit, int tailLimit) {
        this.headLimit = headLimit;
        this.tailLimit = tailLimit;
    }

    @Override
    public synchronized void write(int singleByte) {
        write(new byte[] {(byte) singleByte}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int intoHead = Math.min(length, headLimit - head.size());
        head.write(bytes, offset, intoHead);
        tail.write(bytes, offset + intoHead, length - intoHead);
        // Trimmed only at twice the limit: trimming at every write would copy the whole tail each time.
        if (tail.size() > 2 * tailLimit) {
            trimTail();
        }
    }

    private void trimTail() {
        byte[] kept = tail.toByteArray();
        int cut = Math.max(0, kept.length - tailLimit);
        leftOut += cut;
        tail.reset();
        tail.write(kept, cut, kept.length - cut);
    }

    synchronized String text() {
        trimTail();
        String beginning = head.toString(StandardCharsets.UTF_8);
        String end = tail.toString(StandardCharsets.UTF_8);
        return leftOut == 0 ? joined() : "%s%n[%d bytes left out]%n%s".formatted(beginning, leftOut, end);
    }

    /** Joins bytes, not strings: the border between head and tail may lie inside a character. */
    private String joined() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.toByteArray());
        whole.writeBytes(tail.toByteArray());
        return whole.toString(StandardCharsets.UTF_8);
    }
}
