package dev.tarebench.benchmarks.endtoend;

import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.cache.Cache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An empty cache with the tools of the real one, and with what compilers remember: nothing is installed for it. */
public final class LentCache {

    private LentCache() {}

    public static Path in(Path home) throws IOException {
        Path real = Cache.open(System.getenv(), Progress.silent()).root();
        Files.createDirectories(home);
        for (String lent : List.of("tools", "clients")) {
            Files.createDirectories(real.resolve(lent));
            Files.createSymbolicLink(home.resolve(lent), real.resolve(lent));
        }
        return home;
    }
}
