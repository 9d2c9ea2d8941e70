package dev.tarebench.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.benchmarks.measure.Preparation;
import dev.tarebench.benchmarks.measure.Prepared;
import dev.tarebench.benchmarks.measure.SingleLaunch;
import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.polybench.AnswerTable;
import dev.tarebench.polybench.Polybench;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.Outcome;
import dev.tarebench.toolchains.launch.ProcessLauncher;
import dev.tarebench.toolchains.tools.ToolDescription;
import dev.tarebench.workloads.Size;
import dev.tarebench.workloads.WorkloadVariant;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ties every kernel's short answer to its dump, whose hash is that of the original suite's own dump. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DumpsIT {

    private final AnswerTable answers = new Polybench().answers();
    private Session session;
    private ProcessLauncher launcher;
    private SingleLaunch single;

    @BeforeAll
    void open() {
        session = Session.open(Optional.empty(), Progress.silent());
        try {
            session.toolbox().obtain(tool("zig"));
            session.toolbox().obtain(tool("wasmtime"));
        } catch (SetupFailure e) {
            Requirement.missing("wasmtime", String.valueOf(e.getMessage()));
        }
        launcher = Launchers.start(session.builder(), Progress.silent());
        single = new SingleLaunch(session.cache(), launcher);
    }

    private ToolDescription tool(String id) {
        return session.catalogue().tools().stream()
                .filter(tool -> tool.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    void close() throws IOException {
        if (single != null) {
            single.close();
            launcher.close();
        }
    }

    static Stream<Arguments> kernels() {
        return new Polybench()
                .workloads().stream()
                        .map(WorkloadVariant::workload)
                        .flatMap(kernel -> Stream.of(Size.MINI, Size.SMALL)
                                .flatMap(size -> Stream.of("native", "wasmtime-cranelift")
                                        .map(target -> Arguments.of(kernel, size, target))));
    }

    @ParameterizedTest(name = "{0} at {1} on {2}")
    @MethodSource("kernels")
    void answersStandForTheGenuineDumps(String kernel, Size size, String target) throws IOException {
        AnswerTable.Answer expected =
                Optional.ofNullable(answers.of(kernel).get(size)).orElseThrow();

        assertThat(hash(kernel, size, target, List.of()))
                .as("answer")
                .isEqualTo(Digest.ofText(expected.answer() + "\n"));
        assertThat(hash(kernel, size, target, List.of("--dump"))).as("dump").isEqualTo(expected.dumpSha256());
        if (expected.dump17Sha256().isPresent()) {
            assertThat(hash(kernel, size, target, List.of("--dump-17")))
                    .as("dump with 17 digits")
                    .isEqualTo(expected.dump17Sha256().get());
        }
    }

    private String hash(String kernel, Size size, String target, List<String> arguments) throws IOException {
        Cell cell = session.catalogue().cells().stream()
                .filter(candidate -> candidate.id().equals("polybench/%s@%s".formatted(kernel, target)))
                .findFirst()
                .orElseThrow();
        Prepared prepared =
                new Preparation(session.cache(), session.toolbox(), session.builder(), size).prepare(cell, arguments);
        Execution execution = single.launch(prepared);
        assertThat(execution.outcome()).isInstanceOf(Outcome.Completed.class);
        return Digest.ofFile(execution.stdout().file());
    }
}
