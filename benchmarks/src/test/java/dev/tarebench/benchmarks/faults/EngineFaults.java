package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.command.Session;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Engines that are not there, are not what they seem, or change while they are measured. */
final class EngineFaults {

    private static final String CELL = "startup/own-c@wasmtime-cranelift";
    private static final String VARIABLE = "TARE_WASMTIME";
    private static final String UNAVAILABLE = "the cell is unavailable, with the reason and what to do; exit code 1";

    private EngineFaults() {}

    static List<Fault> all() {
        return List.of(
                unavailable(
                        "an engine is missing",
                        "names a file that is not there by " + VARIABLE,
                        ground -> ground.folder().resolve("nothing"),
                        "which is not an executable file"),
                unavailable(
                        "an engine is not executable",
                        "names a copy of the engine without its execute bit",
                        ground -> engineCopy(ground, "rw-r--r--"),
                        "which is not an executable file"),
                unavailable(
                        "an engine is a folder",
                        "names a folder",
                        ground -> Files.createDirectory(ground.folder().resolve("folder")),
                        "which is not an executable file"),
                unavailable(
                        "an engine is no program",
                        "names a text that may be executed",
                        ground -> ground.program("program", "this is no program\n"),
                        "was found but does not work"),
                unavailable(
                        "an engine does not tell its version",
                        "names a program that prints a poem when asked for its version",
                        ground -> ground.program("program", "#!/usr/bin/env python3\nprint('roses are red')\n"),
                        "did not tell its version"),
                new Fault(
                        "an engine has another version",
                        "names a program that says it is Wasmtime 1.0.0 and executes the real one",
                        "it is measured; the version stands in `machine.json` and a warning at every execution",
                        EngineFaults::otherVersion),
                new Fault(
                        "a guest traps in an engine",
                        "executes `unreachable`",
                        "fails as `non-zero-exit`, the engine's words kept; never a sample",
                        ground -> inEngine(ground, "__builtin_trap();", "non-zero-exit")),
                new Fault(
                        "a guest hangs in an engine",
                        "spins for ever",
                        "fails as `timed-out`; the engine is ended",
                        ground -> inEngine(ground, "volatile int i = 0; for (;;) i++;", "timed-out")),
                new Fault(
                        "an engine is replaced during a run",
                        "renames another build over it while it is measured",
                        "the run ends with exit code 3 and the executions so far; `--resume` refuses the other build",
                        ground -> replaced(ground, true)),
                new Fault(
                        "an engine is removed during a run",
                        "deletes it while it is measured",
                        "the run ends with exit code 3 and the executions so far",
                        ground -> replaced(ground, false)));
    }

    /** Makes what the variable names. */
    @FunctionalInterface
    private interface Impostor {
        Path on(Ground ground) throws IOException;
    }

    private static Fault unavailable(String what, String injected, Impostor impostor, String reason) {
        return new Fault(what, injected, UNAVAILABLE, ground -> {
            Path named = impostor.on(ground.guest("return 0;"));

            CommandResult result = ground.with(VARIABLE, named.toString()).measure(CELL, "--rounds=1");

            assertThat(result.output()).contains("planned 0, completed 0, failed 0, unavailable 1");
            assertThat(result.exit()).isEqualTo(1);
            assertThat(Files.readString(ground.out().resolve("plan.json"))).contains(reason);
        });
    }

    private static void inEngine(Ground ground, String body, String outcome) throws Exception {
        CommandResult result = ground.guest(body).measure(CELL, "--rounds=1", "--timeout=5s");

        GuestFaults.assertNeverASample(ground, result, outcome);
    }

    private static void otherVersion(Ground ground) throws Exception {
        Path other = ground.program("program", """
                #!/usr/bin/env python3
                import os, sys
                if '--version' in sys.argv: print('wasmtime 1.0.0')
                else: os.execv('%s', sys.argv)
                """.formatted(engine()));

        CommandResult result =
                ground.guest("return 0;").with(VARIABLE, other.toString()).measure(CELL, "--rounds=2");

        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(Files.readString(ground.out().resolve("machine.json"))).contains("\"version\" : \"1.0.0\"");
        assertThat(ground.journal())
                .allSatisfy(line -> assertThat(line.notes()).anyMatch(note -> note.contains("1.0.0")));
    }

    private static void replaced(Ground ground, boolean byAnother) throws Exception {
        Path engine = engineCopy(ground, "rwxr-xr-x");
        Path other = ground.program("program", "#!/usr/bin/env python3\nprint('wasmtime 49.0.3')\n");
        Ground own = ground.guest("return 0;").with(VARIABLE, engine.toString());
        try (Running run = own.start(CELL, "--rounds=100000")) {
            dev.tarebench.benchmarks.endtoend.Waiting.until(() -> ground.journalled() > 3);
            if (byAnother) {
                Files.move(other, engine, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.delete(engine);
            }

            assertThat(run.await()).as(run.said()).isEqualTo(3);
            assertThat(run.said()).contains(byAnother ? "was replaced while" : "was removed while", "--resume");
        }
        assertThat(ground.journal()).allMatch(line -> line.outcome().equals("completed"));
        if (byAnother) {
            CommandResult resumed = own.resume();
            assertThat(resumed.output()).contains("wasmtime is another build", "--force");
            assertThat(resumed.exit()).isEqualTo(3);
        }
    }

    private static Path engine() {
        Session session = Session.open(Optional.empty(), Progress.silent());
        return session.toolbox()
                .obtain(Objects.requireNonNull(session.catalogue().engines().get("wasmtime"))
                        .tool())
                .file();
    }

    private static Path engineCopy(Ground ground, String permissions) throws IOException {
        Path copy = Files.copy(engine(), ground.folder().resolve("engine"));
        return Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString(permissions));
    }
}
