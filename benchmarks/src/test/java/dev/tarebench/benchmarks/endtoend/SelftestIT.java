package dev.tarebench.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The instrument is right, what it was last asked is shown, and a run on a machine where it was wrong says so. */
final class SelftestIT {

    @TempDir
    Path folder;

    @BeforeAll
    static void needsTheCompiler() {
        CommandResult result = Jar.run("provision", "zig");
        if (result.exit() != 0) {
            Requirement.missing("zig", result.output());
        }
    }

    private CommandResult tare(String... arguments) throws IOException {
        Path home = folder.resolve("home");
        if (!Files.exists(home)) {
            LentCache.in(home);
        }
        return Jar.run(Map.of("TARE_HOME", home.toString()), arguments);
    }

    /** Undecided is for machines that are too busy to tell; a figure that is wrong for certain never passes. */
    @Test
    void everyKnownFigureIsReportedWithinItsBound() throws IOException {
        CommandResult result = tare("selftest");

        assertThat(result.output())
                .contains("wall time of a child that sleeps 100 ms", "CPU time of a child that burns 300 ms")
                .contains("touches 1 MiB", "touches 16 MiB", "touches 256 MiB", "touches 1024 MiB")
                .doesNotContain("failed")
                .containsPattern("selftest (passed|undecided)");
        assertThat(tare("doctor").output()).containsPattern("selftest\\s+(passed|undecided) at 20");
    }

    /** There another instrument counts, which is held against the same children. */
    @Test
    void whatIsKnownIsAskedInContainersToo() throws IOException {
        String listed = tare("list", "startup/hello-c@crun-scratch").output();
        if (!listed.contains("ready 1")) {
            Requirement.missing("crun", listed);
        }

        assertThat(tare("selftest").output())
                .contains("burns 300 ms in a container of crun")
                .contains("touches 16 MiB in a container of crun", "touches 1024 MiB in a container of crun")
                .doesNotContain("failed");
    }

    @Test
    void aMachineWithoutASelftestSaysSo() throws IOException {
        assertThat(tare("doctor").output()).contains("never made; try: benchmarks.jar selftest");
    }

    @Test
    void aRunWhereTheInstrumentWasWrongIsMarked() throws IOException {
        tare("selftest");
        Path result = folder.resolve("home/selftest.json");
        Files.writeString(
                result,
                Files.readString(result)
                        .replaceAll("\"verdict\" : \"\\w+\"", "\"verdict\" : \"failed\"")
                        .replace("\"failures\" : [ ]", "\"failures\" : [ \"wall time: 7 ms off\" ]"));

        tare("run", "startup/noop-c@native", "--size=mini", "--rounds=1", "--out=" + folder.resolve("out"));

        assertThat(Files.readString(folder.resolve("out/machine.json"))).contains("wall time: 7 ms off");
        assertThat(Files.readString(folder.resolve("out/summary.md"))).contains("selftest failed: wall time: 7 ms off");
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("selftest failed: wall time: 7 ms off");
    }
}
