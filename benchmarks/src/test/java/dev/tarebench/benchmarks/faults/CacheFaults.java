package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.endtoend.LentCache;
import dev.tarebench.benchmarks.endtoend.OwnGuest;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A cache whose entries are no longer what was made: they are made again, and nothing broken is ever measured. */
final class CacheFaults {

    private CacheFaults() {}

    static List<Fault> all() {
        return List.of(
                madeAgain(
                        "a cached program is truncated",
                        "cuts every program in the cache to half its length",
                        CacheFaults::truncate),
                madeAgain(
                        "cached programs are swapped",
                        "exchanges the launcher and the guest in the cache, both sound programs",
                        CacheFaults::swap),
                madeAgain(
                        "a cached program is tampered with",
                        "writes into the programs without changing size, and sets their time back",
                        CacheFaults::tamper),
                madeAgain("a cache entry has lost its list of hashes", "removes every manifest", programs -> {
                    for (Path program : programs) {
                        Files.delete(program.resolveSibling(".manifest"));
                    }
                }),
                new Fault(
                        "cache entries are read-only",
                        "takes the right to write from every entry and its files",
                        "they are used as they are",
                        CacheFaults::readOnlyEntries),
                new Fault(
                        "the cache is read-only",
                        "mounts it read-only",
                        "told before anything is made, with `TARE_HOME` as what to try; exit code 3",
                        CacheFaults::readOnlyCache),
                new Fault(
                        "the cache's disk is full",
                        "puts the cache on a disk of 1 MiB",
                        "told before anything is made, with what to try; exit code 3",
                        CacheFaults::fullCache),
                new Fault(
                        "two runs build the same program at once",
                        "starts two runs on one empty cache at the same moment",
                        "it is built once; both runs complete",
                        CacheFaults::concurrentBuild));
    }

    /** Breaks the programs in the cache. */
    @FunctionalInterface
    private interface Break {
        void of(List<Path> programs) throws IOException;
    }

    private static Fault madeAgain(String what, String injected, Break harm) {
        return new Fault(what, injected, "they are made again, with a line that says so; the run completes", shared -> {
            Ground ground = withFreshHome(shared).guest("return 0;");
            filled(ground);
            harm.of(programs(ground.home()));

            CommandResult result = ground.measure(OwnGuest.CELL, "--rounds=1");

            assertThat(result.output()).contains("is made again", "building");
            assertThat(result.exit()).as(result.output()).isZero();
            ground.assertNothingIsLeft();
        });
    }

    /** Fills the cache by a run, of which nothing else stays. */
    private static void filled(Ground ground) throws IOException {
        CommandResult result = ground.measure(OwnGuest.CELL, "--rounds=1");
        assertThat(result.exit()).as(result.output()).isZero();
        Tree.delete(ground.out());
    }

    static Ground withFreshHome(Ground shared) throws IOException {
        return shared.withHome(LentCache.in(shared.folder().resolve("own-home")));
    }

    private static List<Path> programs(Path home) throws IOException {
        try (Stream<Path> entries = Files.list(home.resolve("artifacts"))) {
            List<Path> programs = entries.map(entry -> entry.resolve("program"))
                    .filter(Files::exists)
                    .toList();
            assertThat(programs).hasSize(2);
            return programs;
        }
    }

    private static void truncate(List<Path> programs) throws IOException {
        for (Path program : programs) {
            byte[] bytes = Files.readAllBytes(program);
            Files.write(program, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        }
    }

    private static void swap(List<Path> programs) throws IOException {
        Path beside = programs.get(0).resolveSibling("beside");
        Files.move(programs.get(0), beside);
        Files.move(programs.get(1), programs.get(0));
        Files.move(beside, programs.get(1));
    }

    private static void tamper(List<Path> programs) throws IOException {
        for (Path program : programs) {
            var time = Files.getLastModifiedTime(program);
            byte[] bytes = Files.readAllBytes(program);
            bytes[bytes.length - 1] ^= 1;
            try (var out = Files.newOutputStream(program, java.nio.file.StandardOpenOption.WRITE)) {
                out.write(bytes);
            }
            Files.setLastModifiedTime(program, time);
        }
    }

    private static void readOnlyEntries(Ground shared) throws Exception {
        Ground ground = withFreshHome(shared).guest("return 0;");
        filled(ground);
        for (Path program : programs(ground.home())) {
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("r-xr-xr-x"));
            Files.setPosixFilePermissions(program.getParent(), PosixFilePermissions.fromString("r-xr-xr-x"));
        }

        CommandResult result = ground.measure(OwnGuest.CELL, "--rounds=1");

        assertThat(result.output()).doesNotContain("made again");
        assertThat(result.exit()).as(result.output()).isZero();
    }

    @SuppressWarnings("try") // the disk is there for as long as it is open, and nobody calls it
    private static void readOnlyCache(Ground shared) throws Exception {
        Ground ground = withFreshHome(shared).guest("return 0;");
        try (SmallDisk disk = SmallDisk.readOnly(ground.home())) {
            CommandResult result = ground.measure(OwnGuest.CELL, "--rounds=1");

            assertThat(result.output()).contains("the cache", "cannot be written", "TARE_HOME");
            assertThat(result.exit()).isEqualTo(3);
            assertThat(ground.out()).doesNotExist();
        }
    }

    @SuppressWarnings("try") // the disk is there for as long as it is open, and nobody calls it
    private static void fullCache(Ground shared) throws Exception {
        Path home = Files.createDirectory(shared.folder().resolve("own-home"));
        try (SmallDisk disk = SmallDisk.of(home, 1 << 20)) {
            Ground ground = shared.withHome(LentCache.in(home)).guest("return 0;");
            Files.write(home.resolve("fill"), new byte[900 << 10]);

            CommandResult result = ground.measure(OwnGuest.CELL, "--rounds=1");

            assertThat(result.output()).contains("the disk of the cache", "is full", "TARE_HOME");
            assertThat(result.exit()).as(result.output()).isEqualTo(3);
            assertThat(ground.out()).doesNotExist();
        }
    }

    private static void concurrentBuild(Ground shared) throws Exception {
        Ground ground = withFreshHome(shared).guest("return 0;");
        Ground second = ground.withFolder(Files.createDirectory(shared.folder().resolve("second")))
                .guest("return 0;");
        try (Running one = ground.start(OwnGuest.CELL, "--rounds=2");
                Running other = second.start(OwnGuest.CELL, "--rounds=2")) {
            assertThat(one.await()).as(one.said()).isZero();
            assertThat(other.await()).as(other.said()).isZero();
            assertThat(Stream.of(one.said(), other.said())
                            .flatMap(String::lines)
                            .filter(line -> line.contains("building the launcher")))
                    .hasSize(1);
        }
        ground.assertNothingIsLeft();
    }
}
