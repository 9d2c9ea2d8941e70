package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.endtoend.OwnGuest;
import dev.tarebench.benchmarks.endtoend.Waiting;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.toolchains.command.CommandResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Parts of Tare itself that are killed: nothing that they started goes on, and the run can. */
final class ProcessFaults {

    private static final int ROUNDS = 40;

    /** Long enough to be found while it is there. */
    private static final String GUEST = "usleep(20000); return 0;";

    private static final String RESUMED = "; resumed, every planned execution is there once";

    private ProcessFaults() {}

    static List<Fault> all() {
        return List.of(
                killed(
                        "the launcher is killed",
                        "kills the launcher's first process by SIGKILL",
                        "exit code 3, with `--resume` as what to try" + RESUMED,
                        Running::guardian,
                        3),
                killed(
                        "the launcher's worker is killed",
                        "kills the process that starts the guests by SIGKILL",
                        "exit code 3, with what the launcher said and `--resume` as what to try" + RESUMED,
                        Running::worker,
                        3),
                killed(
                        "the JVM is killed",
                        "kills the JVM that measures by SIGKILL",
                        "launcher and guest end with it" + RESUMED,
                        Running::measuringJvm,
                        137),
                new Fault(
                        "a running guest is killed",
                        "kills one execution by SIGKILL from outside",
                        "that execution fails as `killed-by-signal`, the run goes on; exit code 1",
                        ProcessFaults::guestKilled),
                new Fault(
                        "Tare is interrupted",
                        "sends SIGTERM, which Ctrl-C comes to as well",
                        "the results so far are merged; exit code 130, or 143 by SIGTERM" + RESUMED,
                        ProcessFaults::interrupted),
                new Fault(
                        "a killed run is never resumed",
                        "kills the JVM and calls `clean`",
                        "its working directory is removed",
                        ProcessFaults::cleaned));
    }

    private static Fault killed(
            String what, String injected, String outcome, Function<Running, Optional<ProcessHandle>> victim, int exit) {
        return new Fault(what, injected, outcome, ground -> {
            try (Running run = ground.guest(GUEST).start(OwnGuest.CELL, "--rounds=" + ROUNDS)) {
                Waiting.until(() -> ground.journalled() > 3);
                run.kill(() -> victim.apply(run));

                assertThat(run.await()).as(run.said()).isEqualTo(exit);
                if (exit == 3) {
                    assertThat(run.said()).contains("the launcher", "--resume");
                }
            }
            Leftovers.of(List.of(ground.home(), ground.folder())).assertNone();
            CommandResult resumed = ground.resume();
            assertThat(resumed.exit()).as(resumed.output()).isZero();
            ground.assertEveryPlannedExecutionIsThereOnce(1, ROUNDS);
        });
    }

    private static void guestKilled(Ground ground) throws Exception {
        try (Running run = ground.guest(GUEST).start(OwnGuest.CELL, "--rounds=" + ROUNDS)) {
            Waiting.until(() -> ground.journalled() > 3);
            run.kill(run::guest);

            assertThat(run.await()).as(run.said()).isEqualTo(1);
        }
        ground.assertEveryPlannedExecutionIsThereOnce(1, ROUNDS);
        assertThat(ground.journal())
                .extracting(JournalLine::outcome)
                .filteredOn(outcome -> !outcome.equals("completed"))
                .containsExactly("killed-by-signal");
    }

    private static void interrupted(Ground ground) throws Exception {
        try (Running run = ground.guest(GUEST).start(OwnGuest.CELL, "--rounds=" + ROUNDS)) {
            Waiting.until(() -> ground.journalled() > 3);
            run.interrupt();

            assertThat(run.await()).isIn(130, 143);
        }
        assertThat(ground.out().resolve("results.json")).exists();
        ground.assertNothingIsLeft();
        assertThat(ground.resume().exit()).isZero();
        ground.assertEveryPlannedExecutionIsThereOnce(1, ROUNDS);
    }

    private static void cleaned(Ground ground) throws Exception {
        try (Running run = ground.guest(GUEST).start(OwnGuest.CELL, "--rounds=" + ROUNDS)) {
            Waiting.until(() -> ground.journalled() > 3);
            run.kill(run::measuringJvm);
            run.await();
        }

        assertThat(ground.tare("clean").output()).contains("removed 1 leftover");
    }
}
