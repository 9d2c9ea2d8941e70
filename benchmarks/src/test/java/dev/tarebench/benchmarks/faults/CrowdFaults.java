package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.endtoend.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** More containers asked for at once than this machine holds. */
final class CrowdFaults {

    private static final long MIB = 1 << 20;
    private static final String TOO_MANY = "--containers=1000000";
    private static final String TOLD =
            "fails as `%s`, with how many had begun and `--containers` as what to try; all are "
                    + "removed; exit code 1";

    private CrowdFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "more containers are asked for than memory holds",
                        "asks for 1,000,000, and has less than 1 GiB free in Tare's eyes once some have begun",
                        TOLD.formatted("not-started"),
                        CrowdFaults::memoryFull),
                new Fault(
                        "more containers are asked for than begin in time",
                        "asks for 1,000,000 within 10 s",
                        TOLD.formatted("timed-out"),
                        CrowdFaults::tooSlow));
    }

    private static String cell(Ground ground) {
        return ground.firstReady(
                "ctr",
                Stream.of("runwasi-wasmtime", "ctr-crun-wasmtime", "ctr-scratch", "docker-scratch")
                        .map("density/startup/resident-c@"::concat)
                        .toList());
    }

    private static void memoryFull(Ground ground) throws Exception {
        ScarceMemory scarce = ScarceMemory.of(ground.folder(), 900 * MIB);
        String cell = cell(ground);
        try (Running run = ground.startBy(ScarceMemory.STARTER, cell, TOO_MANY, "--rounds=1", "--timeout=5m")) {
            Waiting.until(() -> begun(ground) > 5 || !run.isAlive());
            scarce.begin(run);

            assertGivenUp(ground, run, "not-started");
        }
        assertThat(reason(ground))
                .containsPattern("\\d of 1000000 containers had begun, and no more fit: "
                        + "900 MiB are free, and 1024 MiB must stay so; ask for fewer by --containers");
    }

    private static void tooSlow(Ground ground) throws Exception {
        String cell = cell(ground);
        try (Running run = ground.start(cell, TOO_MANY, "--rounds=1", "--timeout=10s")) {
            assertGivenUp(ground, run, "timed-out");
        }
        assertThat(reason(ground))
                .containsPattern(
                        "its timeout of 10000 ms: [1-9]\\d* of 1000000 containers had begun; ask for fewer by --containers");
    }

    private static void assertGivenUp(Ground ground, Running run, String outcome) throws Exception {
        assertThat(run.await()).as(run.said()).isEqualTo(1);
        assertThat(run.said()).contains("planned 1, completed 0, failed 1, unavailable 0");
        assertThat(ground.journal())
                .singleElement()
                .satisfies(line -> assertThat(line.outcome()).isEqualTo(outcome));
        Leftovers.assertNoContainerOf(run.pid());
    }

    private static String reason(Ground ground) {
        return ground.journal().get(0).reason().orElseThrow();
    }

    /** How many have been started so far: each has a folder of its own. */
    private static long begun(Ground ground) {
        try (Stream<Path> files = Files.walk(ground.home().resolve("work"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("guest-"))
                    .count();
        } catch (IOException | UncheckedIOException changing) {
            return 0;
        }
    }
}
