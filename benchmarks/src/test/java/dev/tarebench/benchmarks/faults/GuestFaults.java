package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.endtoend.OwnGuest;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.toolchains.command.CommandResult;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Guests that go wrong: a failed execution is told and kept, and is never a sample. */
final class GuestFaults {

    static final String NEVER_A_SAMPLE = "fails as `%s`, with its reason and its output kept; never a sample";

    private GuestFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>(
                FailingGuest.all().stream().map(FailingGuest::fault).toList());
        faults.addAll(List.of(
                new Fault(
                        "a guest prints nothing",
                        "ends well without a byte of its known answer",
                        NEVER_A_SAMPLE.formatted("wrong-output"),
                        GuestFaults::printsNothing),
                new Fault(
                        "a guest prints 1 GB",
                        "writes 1,024 times 1 MiB",
                        NEVER_A_SAMPLE.formatted("output-too-large"),
                        GuestFaults::printsMuch),
                new Fault(
                        "a guest closes its streams",
                        "closes all three and ends well, with nothing to print",
                        "a sample like any other",
                        ground -> assertThat(ground.guest("for (int i = 0; i < 3; i++) close(i); return 0;")
                                        .measure(OwnGuest.CELL, "--rounds=2")
                                        .exit())
                                .isZero()),
                new Fault(
                        "a guest answers wrongly once in N",
                        "counts its executions in a file and prints a line in the fourth",
                        "that execution fails, all others are samples; exit code 1",
                        GuestFaults::wrongOnce),
                new Fault(
                        "the clock is stepped while a guest runs",
                        "the guest's own view of the clock jumps an hour ahead between its two marks",
                        "the phases are left out, with a note; the sample stays",
                        GuestFaults::steppedClock)));
        faults.addAll(GuestOffspringFaults.all());
        return faults;
    }

    static void assertNeverASample(Ground ground, CommandResult result, String outcome) throws Exception {
        assertThat(result.output()).contains("planned 1, completed 0, failed 1, unavailable 0");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(ground.journal()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.outcome()).isEqualTo(outcome);
            assertThat(line.reason()).isPresent();
            assertThat(line.isSample()).isFalse();
        });
        assertThat(ground.out().resolve("logs")).isNotEmptyDirectory();
        assertThat(Files.readString(ground.out().resolve("results.json")).strip())
                .isEqualTo("[\n]");
    }

    private static void printsNothing(Ground ground) throws Exception {
        OwnGuest.write(ground.catalogue(), "return 0;", "0".repeat(64), "");

        assertNeverASample(ground, ground.measure(OwnGuest.CELL, "--rounds=2"), "wrong-output");
    }

    private static void printsMuch(Ground ground) throws Exception {
        ground.guest("static char block[1 << 20]; for (int i = 0; i < 1024; i++) write(1, block, sizeof block);");

        assertNeverASample(ground, ground.measure(OwnGuest.CELL, "--rounds=2"), "output-too-large");
    }

    private static void wrongOnce(Ground ground) throws Exception {
        ground.guest("""
                FILE *count = fopen("%s", "a");
                fputc('.', count);
                if (ftell(count) == 4) puts("wrong");
                fclose(count);
                return 0;
                """.formatted(ground.folder().resolve("count")));

        CommandResult result = ground.measure(OwnGuest.CELL, "--rounds=6");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(ground.journal())
                .extracting(JournalLine::outcome)
                .containsExactly(
                        "completed", "completed", "completed", "wrong-output", "completed", "completed", "completed");
        assertThat(result.output()).contains("FAILED " + OwnGuest.CELL, "completed 0, failed 1");
    }

    private static void steppedClock(Ground ground) throws Exception {
        Files.writeString(ground.guest("").catalogue().resolve("workloads/own/c/own.c"), """
                #define _GNU_SOURCE
                #include "tare.h"
                #include <sys/syscall.h>
                #include <time.h>
                #include <unistd.h>

                /* Takes the place of the C library's in this program. */
                int clock_gettime(clockid_t clock, struct timespec *now) {
                    static int asked;
                    int result = (int)syscall(SYS_clock_gettime, clock, now);
                    if (clock == CLOCK_REALTIME && asked++ > 0) now->tv_sec += 3600;
                    return result;
                }

                int tare_main(int argc, char **argv) {
                    (void)argc;
                    (void)argv;
                    return 0;
                }
                """);

        CommandResult result = ground.measure(OwnGuest.CELL, "--rounds=2");

        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(ground.journal()).allSatisfy(line -> {
            assertThat(line.metrics()).containsKey("wallNs").doesNotContainKeys("startupNs", "runNs", "teardownNs");
            assertThat(line.notes()).anyMatch(note -> note.contains("phases"));
            assertThat(line.isSample()).isEqualTo(line.round() > 0);
        });
    }
}
