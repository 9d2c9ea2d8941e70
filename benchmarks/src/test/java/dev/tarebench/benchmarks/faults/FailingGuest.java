package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.endtoend.OwnGuest;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A guest whose every execution fails. All of them are cells of one run, which is itself the proof that no guest's
 * failure is another's.
 *
 * @param body the body of its {@code main}
 * @param outcome the word in the journal
 */
record FailingGuest(String id, String what, String injected, String body, String outcome) {

    /** The run of each cache, made by the first guest that asks for it. */
    private static final Map<Path, Ground> RUNS = new HashMap<>();

    static List<FailingGuest> all() {
        return List.of(
                new FailingGuest(
                        "crash",
                        "a guest crashes",
                        "writes to address 16",
                        "*(volatile int *)16 = 1;",
                        "killed-by-signal"),
                new FailingGuest(
                        "trap", "a guest traps", "an illegal instruction", "__builtin_trap();", "killed-by-signal"),
                new FailingGuest(
                        "suicide",
                        "a guest is killed",
                        "kills itself by SIGKILL",
                        "raise(SIGKILL);",
                        "killed-by-signal"),
                new FailingGuest("fail", "a guest fails", "returns 42 from `main`", "return 42;", "non-zero-exit"),
                new FailingGuest("hang", "a guest hangs", "waits for ever", "for (;;) pause();", "timed-out"),
                new FailingGuest("stop", "a guest stops", "stops itself by SIGSTOP", "raise(SIGSTOP);", "timed-out"),
                new FailingGuest(
                        "stubborn",
                        "a guest ignores SIGTERM",
                        "ignores every signal that it can, and spins",
                        "for (int i = 1; i < 65; i++) signal(i, SIG_IGN); for (;;) { }",
                        "timed-out"),
                new FailingGuest(
                        "wrong", "a guest answers wrongly", "prints another line", "puts(\"wrong\");", "wrong-output"),
                new FailingGuest(
                        "bytes",
                        "a guest prints invalid UTF-8",
                        "prints the bytes ff fe 00 80, and a mark of such bytes",
                        "write(1, \"\\xff\\xfe\\0\\x80\", 4); write(2, \"\\xff@tare begin \\xfe\\n\", 15);",
                        "wrong-output"),
                new FailingGuest(
                        "litter",
                        "a guest leaves files",
                        "writes a file into its working directory",
                        "close(open(\"left\", O_CREAT | O_WRONLY, 0600));",
                        "wrong-output"));
    }

    Fault fault() {
        return new Fault(what, injected, GuestFaults.NEVER_A_SAMPLE.formatted(outcome), shared -> {
            Ground ground = runOfAll(shared);
            List<JournalLine> lines = ground.journal().stream()
                    .filter(line -> line.cell().workload().equals(id))
                    .toList();

            assertThat(lines).hasSize(1).allSatisfy(line -> {
                assertThat(line.outcome()).isEqualTo(outcome);
                assertThat(line.reason()).isPresent();
                assertThat(line.isSample()).isFalse();
            });
            String kept = "%06d-".formatted(lines.get(0).order());
            assertThat(ground.out().resolve("logs"))
                    .isDirectoryContaining(log -> log.getFileName().toString().startsWith(kept));
        });
    }

    private static Ground runOfAll(Ground shared) throws IOException {
        if (!RUNS.containsKey(shared.home())) {
            Ground ground =
                    shared.withFolder(Files.createDirectory(shared.home().resolveSibling("failing-guests")));
            for (FailingGuest guest : all()) {
                OwnGuest.write(ground.catalogue(), guest.id(), guest.body(), OwnGuest.NOTHING, "");
            }
            CommandResult result = ground.measure(cells(), "--rounds=2", "--timeout=3s");
            int planned = all().size();
            assertThat(result.output())
                    .contains("planned %d, completed 0, failed %d, unavailable 0".formatted(planned, planned));
            assertThat(result.exit()).isEqualTo(1);
            assertThat(Files.readString(ground.out().resolve("results.json")).strip())
                    .isEqualTo("[\n]");
            ground.assertNothingIsLeft();
            RUNS.put(shared.home(), ground);
        }
        return Objects.requireNonNull(RUNS.get(shared.home()));
    }

    private static String cells() {
        return "startup/(%s)-c@native"
                .formatted(String.join("|", all().stream().map(FailingGuest::id).toList()));
    }
}
