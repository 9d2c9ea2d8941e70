package dev.tarebench.benchmarks.measure;

import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.workloads.InputSource;
import java.nio.file.Path;
import java.util.List;

/** Makes each input once and keeps it; executions get copies. */
final class InputStore {

    private static final String CONTENT = "content";

    private final Cache cache;

    InputStore(Cache cache) {
        this.cache = cache;
    }

    Path obtain(InputSource source) {
        Digest digest = new Digest();
        source.identity().forEach(digest::text);
        return cache.obtain("inputs", digest.hex().substring(0, 32), folder -> {
                    Path file = folder.resolve(CONTENT);
                    source.writeTo(file);
                    return List.of(file);
                })
                .file(CONTENT);
    }
}
