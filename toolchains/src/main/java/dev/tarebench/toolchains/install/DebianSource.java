package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.command.Command;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The upstream sources of a Debian package, unpacked into {@code source} with the times that their makers gave them. */
record DebianSource(String suite, String packageName) implements BuildPackage {

    /** mmdebstrap makes the list of binary packages itself; the same mirror serves the sources. */
    private static final String WITH_SOURCES =
            "sed 's/^deb /deb-src /' \"$1\"/etc/apt/sources.list > \"$1\"/etc/apt/sources.list.d/sources.list";

    /** Only what upstream released: Debian's own half of a source package is not always kept. */
    private static final String FETCH =
            "APT_CONFIG=\"$MMDEBSTRAP_APT_CONFIG\" apt-get --quiet source --tar-only --download-only \"$TARE_SOURCE\"";

    static DebianSource read(Table table) {
        DebianSource source = new DebianSource(table.string("suite"), table.string("package"));
        table.finish();
        return source;
    }

    @Override
    public String what() {
        return "the source of Debian %s's %s".formatted(suite, packageName);
    }

    @Override
    public List<String> identity() {
        return List.of("debian-source", suite, packageName);
    }

    @Override
    public List<String> clients() {
        return List.of("mmdebstrap", "tar");
    }

    @Override
    public void into(Path folder, Workshop workshop, Duration timeout) throws IOException {
        Path asking = folder.resolve("asking");
        Path archives = Files.createDirectories(folder.resolve("archives"));
        Command.of(
                        "mmdebstrap",
                        "--mode=chrootless",
                        "--variant=custom",
                        "--setup-hook=" + WITH_SOURCES,
                        "--customize-hook=" + FETCH,
                        suite,
                        asking.toString())
                .inDirectory(archives)
                .withEnvironment("TARE_SOURCE", packageName)
                .withTimeout(timeout)
                .withHint("check that a mirror of Debian can be reached and that Debian's archive keys are installed")
                .runChecked();
        Tree.delete(asking);
        Path source = Files.createDirectories(folder.resolve("source"));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(archives, "*.orig.tar.*")) {
            for (Path archive : found) {
                Command.of("tar", "--extract", "--file=" + archive, "--directory=" + source)
                        .inDirectory(folder)
                        .runChecked();
            }
        }
        Tree.delete(archives);
    }
}
