package dev.tarebench.reports.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarebench.reports.UnreadableResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanAndMachineTest {
    @TempDir
    Path folder;

    @Test
    void aPlanIsReadAsItWasWritten() throws IOException {
        CellDescription cell = new CellDescription(
                "polybench/gemm@native",
                "run",
                "polybench",
                "gemm",
                Optional.empty(),
                Optional.of("simd"),
                "native",
                "mini",
                "linux/amd64",
                Optional.empty());
        Plan plan = new Plan(
                "20261121-100000",
                Instant.parse("2026-11-21T10:00:00Z"),
                "0.1.0",
                -42,
                10,
                "mini",
                Optional.of("gemm@(native|wasmtime)"),
                "native",
                new TreeMap<>(Map.of("cpus", "1", "prime", "1")),
                List.of(cell),
                List.of(new UnavailableCell("polybench/gemm@wasmer-llvm", "wasmer is not installed", "")));
        Path file = folder.resolve("plan.json");

        PlanFile.write(plan, file);

        assertThat(PlanFile.read(file)).isEqualTo(plan);
        assertThat(folder.toFile().list()).containsExactly("plan.json");
    }

    @Test
    void whatIsNoPlanIsRefusedWithTheMissingField() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "{\"cells\":[],\"unavailable\":[]}");

        assertThatThrownBy(() -> PlanFile.read(file))
                .isInstanceOf(UnreadableResult.class)
                .hasMessageContaining("plan.json: not a plan: field 'runId' is missing");
    }

    @Test
    void aMachineIsReadWhereItSpeaksAndSilentWhereItDoesNot() throws IOException {
        Path file = Files.writeString(folder.resolve("machine.json"), """
                {"cpu": {"model": "Xeon", "cores": 2, "flags": ["a", "b"]}, "kernel": "6.1", "swap": null,
                 "tools": [{"id": "wasmtime", "version": "49.0.4", "sha256": "aa"}, {"version": "nameless"}],
                 "artifacts": [{"cell": "a/b@c", "sha256": "ff", "bytes": 12}, 7]}
                """);

        MachineRecord machine = MachineRecord.read(file);

        assertThat(machine.cpuModel()).contains("Xeon");
        assertThat(machine.cores()).hasValue(2);
        assertThat(machine.memoryBytes()).isEmpty();
        assertThat(machine.fingerprint()).isEmpty();
        assertThat(machine.facts())
                .containsExactly(
                        Map.entry("cpu.cores", "2"),
                        Map.entry("cpu.flags.0", "a"),
                        Map.entry("cpu.flags.1", "b"),
                        Map.entry("cpu.model", "Xeon"),
                        Map.entry("kernel", "6.1"));
        assertThat(machine.tools())
                .containsExactly(new MachineRecord.Tool("wasmtime", "49.0.4", Optional.of("aa"), Optional.empty()));
        assertThat(machine.artifacts()).containsExactly(new MachineRecord.Artifact("a/b@c", "ff", OptionalLong.of(12)));
    }
}
