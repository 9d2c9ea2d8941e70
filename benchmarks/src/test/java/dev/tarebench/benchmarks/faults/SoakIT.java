package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.endtoend.Jar;
import dev.tarebench.benchmarks.endtoend.LentCache;
import dev.tarebench.benchmarks.endtoend.OwnGuest;
import dev.tarebench.benchmarks.endtoend.Waiting;
import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long run takes no more of the machine at its end than at its beginning; {@code -Drequire=soak} makes it 5,000 long. */
final class SoakIT {

    private static final int EXECUTIONS = Requirement.isRequired("soak") ? 5_000 : 300;

    /** Until here caches fill and code is compiled. */
    private static final int SETTLED = EXECUTIONS / 5;

    /** What the lines of 5,000 executions take, and a heap that has not been collected for a while. */
    private static final long JVM_GROWTH_KIB = 24 << 10;

    @TempDir
    Path folder;

    @BeforeAll
    static void needsTheCompiler() {
        CommandResult result = Jar.run("provision", "zig");
        if (result.exit() != 0) {
            Requirement.missing("zig", result.output());
        }
    }

    /** What one process holds. */
    private record Held(long residentKib, long descriptors, long threads, long children) {

        static Held by(ProcessHandle process) throws IOException {
            Path proc = Path.of("/proc", Long.toString(process.pid()));
            // Counted page by page: the system's own sum, VmRSS, is kept per CPU and some pages off.
            long resident = Files.readString(proc.resolve("smaps_rollup"), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("Rss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
            return new Held(
                    resident,
                    count(proc.resolve("fd")),
                    count(proc.resolve("task")),
                    process.children().count());
        }

        private static long count(Path folder) throws IOException {
            try (Stream<Path> entries = Files.list(folder)) {
                return entries.count();
            }
        }
    }

    @Test
    void aLongRunHoldsNoMoreAtItsEndThanAtItsBeginning() throws Exception {
        Ground ground = new Ground(
                LentCache.in(folder.resolve("home")),
                Files.createDirectory(folder.resolve("runs")),
                Map.of("JAVA_TOOL_OPTIONS", "-Xms96m -Xmx96m -XX:+AlwaysPreTouch"));
        try (Running run = ground.guest("return 0;").start(OwnGuest.CELL, "--rounds=20000")) {
            awaitJournalled(ground, SETTLED);
            Held jvmBefore = Held.by(run.measuringJvm().orElseThrow());
            Held launcherBefore = Held.by(run.guardian().orElseThrow());
            Held workerBefore = Held.by(run.worker().orElseThrow());
            awaitJournalled(ground, EXECUTIONS);
            Held jvm = Held.by(run.measuringJvm().orElseThrow());
            Held launcher = Held.by(run.guardian().orElseThrow());
            Held worker = Held.by(run.worker().orElseThrow());
            run.interrupt();
            assertThat(run.await()).isIn(130, 143);
            System.out.printf(
                    "soak: after %d and %d executions: JVM %s, %s; launcher %s, %s; worker %s, %s%n",
                    SETTLED, EXECUTIONS, jvmBefore, jvm, launcherBefore, launcher, workerBefore, worker);

            assertThat(jvm.residentKib() - jvmBefore.residentKib()).isLessThan(JVM_GROWTH_KIB);
            assertThat(jvm.descriptors()).isLessThanOrEqualTo(jvmBefore.descriptors() + 4);
            assertThat(jvm.threads()).isLessThanOrEqualTo(jvmBefore.threads() + 4);
            assertThat(jvm.children()).isEqualTo(jvmBefore.children());
            assertThat(launcher).isEqualTo(launcherBefore);
            assertThat(worker.residentKib()).isLessThanOrEqualTo(workerBefore.residentKib());
            assertThat(worker.descriptors()).isLessThanOrEqualTo(workerBefore.descriptors() + 4);
        }
        ground.assertNothingIsLeft();
    }

    /** As long as the run goes on at all; reading the journal too often would slow it down. */
    private static void awaitJournalled(Ground ground, int executions) {
        for (long sofar = ground.journalled(); sofar < executions; sofar = ground.journalled()) {
            long before = sofar;
            Waiting.until(() -> ground.journalled() > before);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
