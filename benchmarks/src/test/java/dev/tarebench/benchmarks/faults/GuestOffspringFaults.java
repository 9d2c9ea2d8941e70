package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.endtoend.OwnGuest;
import dev.tarebench.toolchains.command.CommandResult;
import java.util.List;

/** Guests that start processes, or take more memory than there is: none of it outlives its execution. */
final class GuestOffspringFaults {

    private GuestOffspringFaults() {}

    static List<Fault> all() {
        return List.of(
                outliving(
                        "grandchildren outlive a guest",
                        "a child that waits for an hour forks another, and the guest ends",
                        """
                        int both[2];
                        if (pipe(both) != 0) return 1;
                        if (fork() == 0) {
                            if (fork() != 0) write(both[1], "", 1);
                            sleep(3600);
                        }
                        char there;
                        return read(both[0], &there, 1) == 1 ? 0 : 1;
                        """,
                        2),
                outliving(
                        "a guest becomes a daemon",
                        "forks twice, takes a session of its own, closes its streams and ignores every signal",
                        """
                        if (fork() == 0) {
                            setsid();
                            if (fork() != 0) _exit(0);
                            for (int i = 0; i < 3; i++) close(i);
                            for (int i = 1; i < 65; i++) signal(i, SIG_IGN);
                            sleep(3600);
                        }
                        wait(NULL);
                        return 0;
                        """,
                        1),
                new Fault(
                        "a guest becomes a fork bomb",
                        "each process forks again and again, up to 400 in all, also while it is being ended",
                        "timed out; every process of it is ended and counted",
                        GuestOffspringFaults::forkBomb),
                new Fault(
                        "a guest eats memory until it is killed",
                        "takes memory without end in a cgroup of 1 GiB that all of Tare runs in",
                        "fails as `out-of-memory`; Tare itself goes on",
                        GuestOffspringFaults::eatsMemory));
    }

    private static Fault outliving(String what, String injected, String body, int survivors) {
        return new Fault(what, injected, "they are ended and counted, with a note; the sample stays", ground -> {
            CommandResult result = ground.guest(body).measure(OwnGuest.CELL, "--rounds=2");

            assertThat(result.exit()).as(result.output()).isZero();
            assertThat(ground.journal())
                    .allSatisfy(line -> assertThat(line.notes())
                            .contains("%d process(es) outlived it and were ended".formatted(survivors)));
        });
    }

    private static void forkBomb(Ground ground) throws Exception {
        ground.guest("""
                int *made = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
                for (;;) {
                    if (__atomic_add_fetch(made, 1, __ATOMIC_SEQ_CST) < 400) fork();
                    else usleep(1000);
                }
                """);

        CommandResult result = ground.measure(OwnGuest.CELL, "--rounds=2", "--timeout=700ms");

        GuestFaults.assertNeverASample(ground, result, "timed-out");
        assertThat(ground.journal().get(0).notes()).anyMatch(note -> note.contains("outlived it and were ended"));
    }

    private static void eatsMemory(Ground ground) throws Exception {
        try (LimitedMemory limit = LimitedMemory.of(1L << 30)) {
            ground.guest("""
                    for (;;) {
                        volatile char *more = malloc(1 << 20);
                        for (int at = 0; at < 1 << 20; at += 4096) more[at] = 1;
                    }
                    """);
            try (Running run = ground.start(OwnGuest.CELL, "--rounds=2", "--timeout=60s")) {
                limit.add(run.pid());

                assertThat(run.await()).as(run.said()).isEqualTo(1);
            }
            assertThat(ground.journal())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.outcome()).isEqualTo("out-of-memory"));
        }
    }
}
