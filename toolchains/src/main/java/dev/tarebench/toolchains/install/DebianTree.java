package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.cache.Making;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.command.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Packages of a Debian release with all that they depend on, unpacked into {@code tree} and never installed. */
record DebianTree(String suite, List<String> packages) implements BuildPackage {

    private static final String FOLDER = "tree";

    /** Before trixie some libraries are packaged below /lib; this makes it one folder with /usr/lib, as on a machine. */
    private static final String MERGED_USR = "--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr";

    DebianTree {
        packages = List.copyOf(packages);
    }

    static DebianTree read(Table table) {
        DebianTree tree = new DebianTree(table.string("suite"), table.strings("packages"));
        table.finish();
        return tree;
    }

    @Override
    public String what() {
        return "Debian %s's %s".formatted(suite, String.join(", ", packages));
    }

    @Override
    public List<String> identity() {
        List<String> identity = new ArrayList<>(List.of("debian", suite));
        identity.addAll(packages);
        return identity;
    }

    @Override
    public List<String> clients() {
        return List.of("mmdebstrap");
    }

    @Override
    public void into(Path folder, Workshop workshop, Duration timeout) throws IOException {
        Path tree = folder.resolve(FOLDER);
        // In this mode nothing is started inside the tree, so that the user need not be root.
        Command.of(
                        "mmdebstrap",
                        "--mode=chrootless",
                        "--variant=extract",
                        MERGED_USR,
                        "--include=" + String.join(",", packages),
                        suite,
                        tree.toString())
                .inDirectory(folder)
                .withEnvironment(Making.environment(folder))
                .withTimeout(timeout)
                .withHint("check that a mirror of Debian can be reached and that Debian's archive keys are installed")
                .runChecked();
        for (String needless : List.of("dev", "tmp", "var")) {
            Tree.delete(tree.resolve(needless));
        }
    }
}
