package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.endtoend.OwnGuest;
import dev.tarebench.benchmarks.endtoend.Waiting;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.command.CommandResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Output folders that cannot hold a run, or stop holding it: told before an hour is spent, or as soon as it is known. */
final class FolderFaults {

    private FolderFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "the output folder is full",
                        "puts it on a disk of 256 KiB, and makes room afterwards",
                        "exit code 3 and `--resume` as what to try; resumed, every planned execution is there once",
                        FolderFaults::full),
                new Fault(
                        "the output folder is not writable",
                        "mounts it read-only",
                        "told before anything is measured; exit code 3",
                        FolderFaults::notWritable),
                new Fault(
                        "the output folder is removed during a run",
                        "deletes it while something is measured",
                        "the run ends with exit code 3 at the next execution",
                        FolderFaults::removed),
                new Fault(
                        "the journal is removed during a run",
                        "deletes `samples.jsonl` while something is measured",
                        "the run ends with exit code 3 at the next execution",
                        FolderFaults::journalRemoved),
                new Fault(
                        "the output folder holds a run already",
                        "starts a second run into it",
                        "refused with `--out` and `--resume` as what to try; the first run is untouched",
                        FolderFaults::holdsARun),
                new Fault(
                        "two runs on one folder",
                        "starts a second run into the folder of one that goes on",
                        "the second is refused with exit code 3; the first goes on",
                        FolderFaults::twoRuns),
                new Fault(
                        "a run is resumed twice at once",
                        "resumes a run that goes on",
                        "refused with exit code 3; the first goes on",
                        FolderFaults::resumedWhileRunning));
    }

    private static void full(Ground ground) throws Exception {
        Path folder = Files.createDirectory(ground.folder().resolve("disk"));
        try (SmallDisk disk = SmallDisk.of(folder, 256 << 10)) {
            Ground onDisk = ground.withFolder(folder);
            int rounds = 600;
            String catalogue = "--catalogue=" + ground.guest("return 0;").catalogue();

            CommandResult result = onDisk.measure(OwnGuest.CELL, "--rounds=" + rounds, catalogue);

            assertThat(result.output()).contains("cannot be written any more", "make room", "--resume");
            assertThat(result.exit()).isEqualTo(3);
            disk.grow(64 << 20);
            CommandResult resumed = onDisk.resume();
            assertThat(resumed.exit()).as(resumed.output()).isZero();
            onDisk.assertEveryPlannedExecutionIsThereOnce(1, rounds);
        }
    }

    @SuppressWarnings("try") // the disk is there for as long as it is open, and nobody calls it
    private static void notWritable(Ground ground) throws Exception {
        Path folder = Files.createDirectory(ground.folder().resolve("disk"));
        String catalogue = "--catalogue=" + ground.guest("return 0;").catalogue();
        try (SmallDisk disk = SmallDisk.readOnly(folder)) {
            CommandResult result = ground.withFolder(folder).measure(OwnGuest.CELL, "--rounds=1", catalogue);

            assertThat(result.output()).contains("the output folder", "cannot be written", "--out");
            assertThat(result.exit()).isEqualTo(3);
        }
    }

    private static void removed(Ground ground) throws Exception {
        try (Running run = ground.guest("return 0;").start(OwnGuest.CELL, "--rounds=100000")) {
            Waiting.until(() -> ground.journalled() > 3);
            Tree.delete(ground.out());

            assertThat(run.await()).as(run.said()).isEqualTo(3);
            assertThat(run.said()).contains("removed during the run");
        }
    }

    private static void journalRemoved(Ground ground) throws Exception {
        try (Running run = ground.guest("return 0;").start(OwnGuest.CELL, "--rounds=100000")) {
            Waiting.until(() -> ground.journalled() > 3);
            Files.delete(ground.out().resolve("samples.jsonl"));

            assertThat(run.await()).as(run.said()).isEqualTo(3);
            assertThat(run.said()).contains("samples.jsonl", "removed during the run");
        }
    }

    private static void holdsARun(Ground ground) throws Exception {
        ground.guest("return 0;").measure(OwnGuest.CELL, "--rounds=1");
        String before = Files.readString(ground.out().resolve("samples.jsonl"));

        CommandResult second = ground.measure(OwnGuest.CELL, "--rounds=1");

        assertThat(second.output()).contains("holds a run already", "--out", "--resume");
        assertThat(second.exit()).isEqualTo(3);
        assertThat(ground.out().resolve("samples.jsonl")).hasContent(before);
    }

    private static void twoRuns(Ground ground) throws Exception {
        refusedWhileTheFirstGoesOn(ground, () -> ground.measure(OwnGuest.CELL, "--rounds=1"));
    }

    private static void resumedWhileRunning(Ground ground) throws Exception {
        refusedWhileTheFirstGoesOn(ground, ground::resume);
    }

    private static void refusedWhileTheFirstGoesOn(Ground ground, java.util.function.Supplier<CommandResult> second)
            throws Exception {
        try (Running first = ground.guest("return 0;").start(OwnGuest.CELL, "--rounds=100000")) {
            Waiting.until(() -> ground.journalled() > 3);

            CommandResult refused = second.get();

            assertThat(refused.output()).contains("another run is writing to");
            assertThat(refused.exit()).isEqualTo(3);
            long sofar = ground.journalled();
            Waiting.until(() -> ground.journalled() > sofar);
            first.interrupt();
            assertThat(first.await()).isIn(130, 143);
        }
    }
}
