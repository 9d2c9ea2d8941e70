package dev.tarebench.toolchains.containers;

import dev.tarebench.toolchains.command.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A mount namespace without the unified hierarchy of a machine with hybrid control groups, kept open under a file. crun
 * refuses such machines ("cgroups in hybrid mode not supported") and starts here instead; entering costs one exec.
 */
public final class MountNamespace implements AutoCloseable {

    private final Path folder;

    /** @param folder a folder of our own, which becomes a private mount while the namespace is open */
    public MountNamespace(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** The arguments with which a program is started inside. */
    List<String> prefix() {
        return List.of("nsenter", "--mount=" + file());
    }

    /** Opens the namespace unless it is open. */
    public void open() {
        if (MountTable.read().has(file())) {
            return;
        }
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file())) {
                Files.createFile(file());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot make %s".formatted(file()), unwritable);
        }
        // A namespace can be kept only under a mount that is private, whatever the root's propagation is.
        checked("mount", "--bind", folder.toString(), folder.toString());
        checked("mount", "--make-private", folder.toString());
        for (MountTable.Mount unified : MountTable.read().ofType("cgroup2")) {
            checked(
                    "unshare",
                    "--mount=" + file(),
                    "--propagation=private",
                    "umount",
                    unified.place().toString());
        }
    }

    /** Closes the namespace; what runs inside goes on. */
    @Override
    public void close() {
        if (MountTable.read().has(file())) {
            checked("umount", file().toString());
        }
        if (MountTable.read().has(folder)) {
            checked("umount", folder.toString());
        }
    }

    private Path file() {
        return folder.resolve("mounts");
    }

    private static void checked(String... command) {
        Command.of(command)
                .withHint("crun needs root on a machine with hybrid control groups; runc does not mind them")
                .runChecked();
    }
}
