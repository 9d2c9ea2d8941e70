package dev.tarebench.toolchains.images;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** How a layer is served; its identity, the digest of the plain archive, is the same either way. */
public enum Compression {
    NONE(MediaType.LAYER_TAR) {
        @Override
        OutputStream wrap(OutputStream target) {
            return target;
        }
    },
    GZIP(MediaType.LAYER_TAR_GZIP) {
        @Override
        OutputStream wrap(OutputStream target) throws IOException {
            return new FixedGzip(target);
        }
    };

    private final MediaType layerType;

    Compression(MediaType layerType) {
        this.layerType = layerType;
    }

    MediaType layerType() {
        return layerType;
    }

    abstract OutputStream wrap(OutputStream target) throws IOException;

    /** Names the level, since the default is the library's to change. Java writes neither time nor name into the header. */
    private static final class FixedGzip extends GZIPOutputStream {

        private static final int LEVEL = 6;
        private static final int BUFFER_BYTES = 1 << 16;

        FixedGzip(OutputStream target) throws IOException {
            super(target, BUFFER_BYTES);
            def.setLevel(LEVEL);
            def.setStrategy(Deflater.DEFAULT_STRATEGY);
        }
    }
}
