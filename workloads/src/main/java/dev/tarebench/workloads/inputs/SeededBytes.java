package dev.tarebench.workloads.inputs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Bytes without any order, which no compression makes smaller. */
public record SeededBytes(long seed, long bytes) implements InputSource {

    @Override
    public List<String> identity() {
        return List.of("bytes", Long.toString(seed), Long.toString(bytes));
    }

    @Override
    public void writeTo(Path place, InputStore store) throws IOException {
        SplitMix64 random = new SplitMix64(seed);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(place), 1 << 16)) {
            long number = 0;
            for (long written = 0; written < bytes; written++) {
                number = written % Long.BYTES == 0 ? random.next() : number >>> Byte.SIZE;
                out.write((int) number);
            }
        }
    }
}
