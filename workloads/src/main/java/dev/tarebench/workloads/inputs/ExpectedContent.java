package dev.tarebench.workloads.inputs;

import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Digest;
import java.io.IOException;
import java.nio.file.Path;

/** Stops a run whose input is not the one that the answers belong to. */
final class ExpectedContent {

    private ExpectedContent() {}

    static void require(Path file, String sha256, String what) throws IOException {
        String actual = Digest.ofFile(file);
        if (!actual.equals(sha256)) {
            throw new SetupFailure(
                    "%s has the SHA-256 %s instead of %s".formatted(what, actual, sha256),
                    "see whether another package of that name and version was served");
        }
    }
}
