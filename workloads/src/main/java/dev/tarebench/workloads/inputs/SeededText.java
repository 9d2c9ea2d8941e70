package dev.tarebench.workloads.inputs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lines of made-up words: a text of any size that nobody has to ship. */
public record SeededText(long seed, long bytes) implements InputSource {

    @Override
    public List<String> identity() {
        return List.of("text", Long.toString(seed), Long.toString(bytes));
    }

    @Override
    public void writeTo(Path place, InputStore store) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(place), 1 << 16)) {
            new Writer(seed, bytes, out).write();
        }
    }

    private static final class Writer {

        private static final byte[] CONSONANTS = "bcdfghjklmnprstv".getBytes(StandardCharsets.US_ASCII);
        private static final byte[] VOWELS = "aeio".getBytes(StandardCharsets.US_ASCII);
        private static final byte[] NAME = "Hamlet".getBytes(StandardCharsets.US_ASCII);

        private final SplitMix64 random;
        private final long bytes;
        private final OutputStream out;
        private long written;

        Writer(long seed, long bytes, OutputStream out) {
            this.random = new SplitMix64(seed);
            this.bytes = bytes;
            this.out = out;
        }

        void write() throws IOException {
            while (written < bytes) {
                line();
            }
        }

        private void line() throws IOException {
            long words = 1 + Long.remainderUnsigned(random.next(), 12);
            for (long word = 0; word < words; word++) {
                if (word > 0) {
                    put(' ');
                }
                word(random.next());
            }
            put('\n');
        }

        private void word(long number) throws IOException {
            if ((number & 255) == 0) {
                for (byte letter : NAME) {
                    put(letter);
                }
                return;
            }
            long syllables = 1 + (number >>> 8 & 3);
            for (int syllable = 0; syllable < syllables; syllable++) {
                put(CONSONANTS[(int) (number >>> (16 + 6 * syllable) & 15)]);
                put(VOWELS[(int) (number >>> (20 + 6 * syllable) & 3)]);
            }
        }

        /** Drops what is too much, and ends the last line wherever it is cut. */
        private void put(int letter) throws IOException {
            if (written < bytes) {
                written++;
                out.write(written == bytes ? '\n' : letter);
            }
        }
    }
}
