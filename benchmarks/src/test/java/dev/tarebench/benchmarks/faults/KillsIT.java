package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.endtoend.Jar;
import dev.tarebench.benchmarks.endtoend.LentCache;
import dev.tarebench.benchmarks.endtoend.OwnGuest;
import dev.tarebench.benchmarks.endtoend.Waiting;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a JVM, the launcher or the running guest at random moments of one run, again and again, and resumes it each time.
 * {@code -Dfaults.kills=50} for a long night, {@code -Dfaults.seed=N} for the same one again.
 */
final class KillsIT {

    private static final int KILLS = Integer.getInteger("faults.kills", 6);
    private static final long SEED = Long.getLong("faults.seed", 20261125);

    private static final List<String> GUESTS = List.of("first", "second", "third");

    /** More than are ever reached between two kills, so that the run does not end before they do. */
    private static final int MOST_BETWEEN = 16;

    private static final int ROUNDS = 10 + KILLS * MOST_BETWEEN / GUESTS.size();

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private int guestsKilled;

    private enum Victim {
        JVM,
        JVM_WHILE_IT_STARTS,
        LAUNCHER,
        WORKER,
        GUEST
    }

    @BeforeAll
    static void needsTheCompiler() {
        CommandResult result = Jar.run("provision", "zig");
        if (result.exit() != 0) {
            Requirement.missing("zig", result.output());
        }
    }

    @Test
    void everyPlannedExecutionIsThereOnceWhateverIsKilledAndWhen() throws Exception {
        Ground ground = new Ground(
                LentCache.in(folder.resolve("home")), Files.createDirectory(folder.resolve("runs")), Map.of());
        for (String guest : GUESTS) {
            OwnGuest.write(ground.catalogue(), guest, "usleep(2000); return 0;", OwnGuest.NOTHING, "");
        }
        Running run = ground.start(
                "startup/(%s)-c@native".formatted(String.join("|", GUESTS)), "--rounds=" + ROUNDS, "--seed=7");
        // A prime that is killed would rightly reject its cell.
        Waiting.until(() -> ground.journalled() > GUESTS.size());
        for (int kill = 0; kill < KILLS; kill++) {
            run = killAtSomeMoment(ground, run);
        }
        int exit = run.await();
        run.close();

        assertThat(exit).as(run.said()).isEqualTo(guestsKilled == 0 ? 0 : 1);
        ground.assertEveryPlannedExecutionIsThereOnce(GUESTS.size(), ROUNDS);
        assertThat(ground.journal())
                .extracting(JournalLine::outcome)
                .filteredOn(outcome -> !outcome.equals("completed"))
                .hasSizeLessThanOrEqualTo(guestsKilled)
                .allMatch("killed-by-signal"::equals);
        ground.assertNothingIsLeft();
    }

    /** The run that goes on afterwards: the same if only its guest was killed, else the one that resumes it. */
    private Running killAtSomeMoment(Ground ground, Running run) throws Exception {
        Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
        if (victim == Victim.JVM_WHILE_IT_STARTS) {
            run.kill(run::measuringJvm);
            afterDeath(ground, run);
            Running starting = ground.startResuming();
            pause(random.nextInt(2000));
            starting.kill(() -> starting.jvms().stream().findFirst());
            afterDeath(ground, starting);
            return ground.startResuming();
        }
        long until = ground.journalled() + random.nextInt(MOST_BETWEEN);
        Waiting.until(() -> ground.journalled() >= until);
        pause(random.nextInt(4));
        if (victim == Victim.GUEST) {
            run.kill(run::guest);
            guestsKilled++;
            return run;
        }
        run.kill(() -> find(victim, run));
        afterDeath(ground, run);
        return ground.startResuming();
    }

    private Optional<ProcessHandle> find(Victim victim, Running run) {
        List<ProcessHandle> jvms = run.jvms();
        return switch (victim) {
            case JVM, JVM_WHILE_IT_STARTS -> Optional.of(jvms.get(random.nextInt(jvms.size())));
            case LAUNCHER -> run.guardian();
            case WORKER -> run.worker();
            case GUEST -> run.guest();
        };
    }

    private static void afterDeath(Ground ground, Running run) throws InterruptedException, IOException {
        run.await();
        run.close();
        Leftovers.of(List.of(ground.home(), ground.folder())).assertNone();
        assertThat(ground.journal()).extracting(JournalLine::order).doesNotHaveDuplicates();
    }

    private static void pause(int milliseconds) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }
}
