package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.catalogue.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The SHA-256 of what a version stands for: a registry that was broken into, or one that is not the real one, serves
 * other bytes under the same version. A catalogue of a user's own may leave it out.
 *
 * @param sha256 of the archive, one for each that the client may choose
 */
record Pin(List<String> sha256) {

    static final Pin NONE = new Pin(List.of());

    private static final String KEY = "sha256";
    private static final String SHA256 = "[0-9a-f]{64}";

    Pin {
        sha256 = List.copyOf(sha256);
    }

    static Pin read(Table table) {
        List<String> hashes = table.optionalStrings(KEY);
        hashes.stream()
                .filter(hash -> !hash.matches(SHA256))
                .forEach(hash -> table.problem(KEY, "'%s' is not a SHA-256 in hexadecimal".formatted(hash)));
        return new Pin(hashes);
    }

    boolean isSet() {
        return !sha256.isEmpty();
    }

    /**
     * What pip is told to fetch: with a hash it takes requirements from a file only, and refuses everything else.
     *
     * @param folder where that file may be left
     */
    List<String> requirement(String name, String version, Path folder) throws IOException {
        String wanted = name + "==" + version;
        if (!isSet()) {
            return List.of(wanted);
        }
        StringBuilder line = new StringBuilder(wanted);
        sha256.forEach(hash -> line.append(" --hash=sha256:").append(hash));
        Path file = Files.writeString(folder.resolve("requirement.txt"), line + "\n", StandardCharsets.US_ASCII);
        return List.of("--require-hashes", "--requirement", file.toString());
    }

    /** Fails unless the file, or without a pin any file, is what was pinned. */
    void verify(String what, Path file) throws IOException {
        verify(what, Digest.ofFile(file));
    }

    void verify(String what, String actual) {
        if (isSet() && !sha256.contains(actual.toLowerCase(Locale.ROOT))) {
            throw new SetupFailure(
                    "%s has the SHA-256 %s, but its file pins %s".formatted(what, actual, String.join(" or ", sha256)),
                    "do not use it before you know why: a registry that serves other bytes than it did is broken or broken into");
        }
    }
}
