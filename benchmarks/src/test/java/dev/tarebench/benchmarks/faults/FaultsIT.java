package dev.tarebench.benchmarks.faults;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.endtoend.Jar;
import dev.tarebench.benchmarks.endtoend.LentCache;
import dev.tarebench.toolchains.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Injects every fault of the table into a real run: the outcome is the table's, and nothing of the run is left. */
final class FaultsIT {

    /** One cache for all but the faults of caches, so that the launcher is built once. */
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @BeforeAll
    static void needsCompilerAndEngine() throws IOException {
        CommandResult result = Jar.run("provision", "zig", "wasmtime");
        if (result.exit() != 0) {
            Requirement.missing("zig", result.output());
        }
        LentCache.in(shared.resolve("home"));
    }

    static Stream<Fault> faults() {
        String only = System.getProperty("faults.only", "");
        return FaultTable.all().values().stream()
                .flatMap(List::stream)
                .filter(fault -> fault.what().contains(only));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void endsAsTheTableSays(Fault fault) throws Exception {
        Ground ground =
                new Ground(shared.resolve("home"), Files.createDirectory(folder.resolve("runs")), java.util.Map.of());

        fault.proof().on(ground);

        ground.assertNothingIsLeft();
    }
}
