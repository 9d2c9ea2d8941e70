package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.endtoend.OwnGuest;
import dev.tarebench.reports.journal.JournalLine;
import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Runs to be resumed whose files, programs or machine are no longer as they were. */
final class JournalFaults {

    private static final int ROUNDS = 6;

    private JournalFaults() {}

    static List<Fault> all() {
        return List.of(
                cutOff(
                        "half a line at the journal's end",
                        "cuts the journal within a line",
                        text -> text.substring(0, text.length() - 40)),
                cutOff(
                        "zeros at the journal's end",
                        "appends 4,096 zeros, as a file system does that lost power",
                        text -> text.substring(0, text.indexOf('\n', 40) + 1) + "\0".repeat(4096)),
                refused(
                        "a broken line within the journal",
                        "writes over the middle of its second line",
                        2,
                        ground -> change(journal(ground), text -> {
                            int second = text.indexOf('\n') + 1;
                            return text.substring(0, second + 9) + "#*" + text.substring(second + 11);
                        }),
                        "line 2: not a journal line"),
                refused(
                        "the plan is broken",
                        "cuts `plan.json` to half its length",
                        2,
                        ground -> change(plan(ground), text -> text.substring(0, text.length() / 2)),
                        "plan.json"),
                refused(
                        "the plan is missing",
                        "removes `plan.json`",
                        2,
                        ground -> Files.delete(plan(ground)),
                        "plan.json"),
                changed(
                        "the machine is another",
                        "writes another machine's fingerprint into `machine.json`",
                        ground -> change(
                                machine(ground),
                                text -> text.replaceAll("\"fingerprint\" : \"\\w+\"", "\"fingerprint\" : \"other\"")),
                        "the machine is another"),
                changed(
                        "a guest is another",
                        "changes the guest's source between the two parts",
                        ground -> ground.guest("usleep(1); return 0;"),
                        "the artifact of " + OwnGuest.CELL + " is another"),
                refused(
                        "a planned cell is gone",
                        "takes the guest out of the catalogue",
                        2,
                        ground -> Files.move(
                                ground.catalogue().resolve("workloads/own"),
                                ground.folder().resolve("gone")),
                        "matches no cell"));
    }

    private interface Change {
        void on(Ground ground) throws IOException;
    }

    private interface Edit {
        String of(String text);
    }

    private static Path journal(Ground ground) {
        return ground.out().resolve("samples.jsonl");
    }

    private static Path plan(Ground ground) {
        return ground.out().resolve("plan.json");
    }

    private static Path machine(Ground ground) {
        return ground.out().resolve("machine.json");
    }

    private static void change(Path file, Edit edit) throws IOException {
        Files.writeString(file, edit.of(Files.readString(file)), StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** A run that ended after half of its rounds, as far as its files tell. */
    private static Ground halfDone(Ground ground) throws IOException {
        CommandResult result = ground.guest("return 0;").measure(OwnGuest.CELL, "--rounds=" + ROUNDS);
        assertThat(result.exit()).as(result.output()).isZero();
        change(
                journal(ground),
                text -> String.join("\n", text.lines().limit(ROUNDS / 2).toList()) + "\n");
        return ground;
    }

    private static Fault cutOff(String what, String injected, Edit edit) {
        return new Fault(
                what,
                injected,
                "what is no whole line is cut; resumed, every planned execution is there once",
                ground -> {
                    change(journal(halfDone(ground)), edit);

                    CommandResult resumed = ground.resume();

                    assertThat(resumed.exit()).as(resumed.output()).isZero();
                    ground.assertEveryPlannedExecutionIsThereOnce(1, ROUNDS);
                });
    }

    private static Fault refused(String what, String injected, int exit, Change change, String reason) {
        return new Fault(
                what, injected, "`--resume` tells what is wrong and changes nothing; exit code " + exit, ground -> {
                    change.on(halfDone(ground));
                    String before = Files.readString(journal(ground));

                    CommandResult resumed = ground.resume();

                    assertThat(resumed.output()).contains(reason);
                    assertThat(resumed.exit()).isEqualTo(exit);
                    assertThat(journal(ground)).hasContent(before);
                });
    }

    private static Fault changed(String what, String injected, Change change, String reason) {
        return new Fault(
                what,
                injected,
                "`--resume` refuses with exit code 3; with `--force` it goes on, and every later execution says so",
                ground -> {
                    change.on(halfDone(ground));
                    CommandResult refused = ground.resume();
                    assertThat(refused.output()).contains(reason, "--force");
                    assertThat(refused.exit()).isEqualTo(3);

                    CommandResult forced = ground.resume("--force");

                    assertThat(forced.exit()).as(forced.output()).isZero();
                    ground.assertEveryPlannedExecutionIsThereOnce(1, ROUNDS);
                    List<JournalLine> lines = ground.journal();
                    String mark = "resumed by --force although " + reason;
                    assertThat(lines.subList(0, ROUNDS / 2))
                            .noneMatch(line -> line.notes().contains(mark));
                    assertThat(lines.subList(ROUNDS / 2, lines.size()))
                            .allMatch(line -> line.notes().contains(mark));
                    assertThat(Files.readString(ground.out().resolve("summary.md")))
                            .contains("Warning", reason);
                });
    }
}
