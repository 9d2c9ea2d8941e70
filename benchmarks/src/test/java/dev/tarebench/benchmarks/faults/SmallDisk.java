package dev.tarebench.benchmarks.faults;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.CommandFailed;
import java.nio.file.Path;

/** A mount over a folder, which is real for root too: a disk of a few bytes, or one that cannot be written. */
record SmallDisk(Path folder) implements AutoCloseable {

    /** An empty disk of this size; skips the test where this user cannot mount. */
    static SmallDisk of(Path folder, long bytes) {
        return mounted(folder, "-t", "tmpfs", "-o", "size=" + bytes, "tare-fault");
    }

    /** The folder as it is, but read-only. */
    static SmallDisk readOnly(Path folder) {
        SmallDisk bound = mounted(folder, "--bind", folder.toString());
        Command.of("mount", "-o", "remount,bind,ro", folder.toString()).runChecked();
        return bound;
    }

    private static SmallDisk mounted(Path folder, String... arguments) {
        try {
            java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of("mount"));
            command.addAll(java.util.List.of(arguments));
            command.add(folder.toString());
            Command.of(command).runChecked();
        } catch (CommandFailed e) {
            Requirement.missing("mount", "no disk can be mounted here: " + e.getMessage());
        }
        return new SmallDisk(folder);
    }

    /** Makes room, as a user does who was told that the disk is full. */
    void grow(long bytes) {
        Command.of("mount", "-o", "remount,size=" + bytes, folder.toString()).runChecked();
    }

    @Override
    public void close() {
        Command.of("umount", folder.toString()).runChecked();
    }
}
