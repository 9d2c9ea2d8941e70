package dev.tarebench.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate on real runs: it lets the same program pass and stops one that got slower. */
final class GateIT {

    @TempDir
    Path folder;

    @BeforeAll
    static void needsTheCompiler() {
        Jar.bring("zig");
    }

    private Path measure(String name, long sleepMicroseconds) throws IOException {
        Path out = folder.resolve(name);
        Path catalogue = OwnGuest.write(
                folder.resolve(name + "-catalogue"), "usleep(%d); return 0;".formatted(sleepMicroseconds));
        CommandResult result =
                Jar.run("run", OwnGuest.CELL, "--size=mini", "--rounds=20", "--catalogue=" + catalogue, "--out=" + out);
        assertThat(result.exit()).as(result.output()).isZero();
        return out;
    }

    @Test
    void stopsARunThatGotSlower() throws IOException {
        Path base = measure("base", 20_000);
        Path slower = measure("slower", 60_000);

        CommandResult result = Jar.run("gate", base.toString(), slower.toString(), "--max-slowdown=50%");

        assertThat(result.output()).contains(OwnGuest.CELL, "1 failed");
        assertThat(result.exit()).isEqualTo(1);
    }

    @Test
    void letsARunPassAgainstItself() throws IOException {
        Path base = measure("base", 5_000);

        assertThat(Jar.run("gate", base.toString(), base.toString()).exit()).isZero();
    }

    @Test
    void judgesARunAgainstItsBaselineAtOnce() throws IOException {
        Path base = measure("base", 20_000);
        Path catalogue = OwnGuest.write(folder.resolve("slower-catalogue"), "usleep(80000); return 0;");

        CommandResult result = Jar.run(
                "run",
                OwnGuest.CELL,
                "--size=mini",
                "--rounds=20",
                "--catalogue=" + catalogue,
                "--out=" + folder.resolve("slower"),
                "--baseline=" + base,
                "--max-slowdown=50%");

        assertThat(result.output()).contains("planned 1, completed 1", "1 failed");
        assertThat(result.exit()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoResult() throws IOException {
        Path empty = java.nio.file.Files.createFile(folder.resolve("empty.json"));

        CommandResult result = Jar.run("gate", empty.toString(), empty.toString());

        assertThat(result.output()).contains("empty.json");
        assertThat(result.exit()).isEqualTo(2);
    }
}
