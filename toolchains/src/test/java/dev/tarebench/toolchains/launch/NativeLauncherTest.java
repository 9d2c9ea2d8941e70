package dev.tarebench.toolchains.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract over the native program, and the exactness that only it has. */
class NativeLauncherTest extends ProcessLauncherContract {

    @Override
    ProcessLauncher start() {
        return NativeLauncher.start(TestPrograms.require().launcher());
    }

    @Test
    void processorTimeIsExact() {
        ResourceUsage usage = launch(child("burn", "300")).usage().orElseThrow();

        assertThat(usage.user().orElseThrow().plus(usage.system().orElseThrow()))
                .isBetween(Duration.ofMillis(300), Duration.ofMillis(310));
    }

    @Test
    void sleepingTakesNoProcessorTime() {
        ResourceUsage usage = launch(child("sleep", "100")).usage().orElseThrow();

        assertThat(usage.user().orElseThrow().plus(usage.system().orElseThrow()))
                .isLessThan(Duration.ofMillis(20));
        assertThat(usage.voluntarySwitches().orElseThrow()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 256})
    void peakMemoryIsWhatWasTouchedAndAtMostOneMebibyteMore(int mebibytes) {
        long touched = (long) mebibytes << 20;

        ResourceUsage usage =
                launch(child("touch", Integer.toString(mebibytes))).usage().orElseThrow();

        assertThat(usage.maxRssBytes().orElseThrow()).isBetween(touched, touched + touched / 100 + (1 << 20));
        assertThat(usage.minorFaults().orElseThrow()).isGreaterThanOrEqualTo(touched / 4096);
    }

    @Test
    void aLargeRequestDoesNotRaiseThePeakOfTheNextChild() {
        Map<String, String> large = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            large.put("VARIABLE_" + i, "of some length");
        }
        long before = peak(child("exit", "0"));

        long during = peak(child("exit", "0").environment(large));
        long after = peak(child("exit", "0"));

        assertThat(during).isGreaterThan(before + 500_000);
        assertThat(after).isLessThan(before + 500_000);
    }

    @Test
    void noDescriptorButTheThreeStreamsReachesTheChild() throws IOException {
        launch(child("descriptors"));

        assertThat(printedNumbers()).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void noSignalIsBlockedOrIgnoredInTheChild() throws IOException {
        launch(child("signals"));

        assertThat(printed()).isEmpty();
    }

    @Test
    void theChildLeadsAProcessGroupInASessionApartFromOurs() throws IOException {
        launch(child("session"));

        List<Integer> ids = printedNumbers();
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.get(2).longValue())
                .isNotIn(sessionOf(ProcessHandle.current()), sessionOf(program().handle()));
    }

    @Test
    void theChildRunsOnTheGivenCpusAndTheNextOneOnAllAgain() throws IOException {
        launch(child("cpus"));
        List<Integer> all = printedNumbers();

        launch(child("cpus").cpus(all.get(all.size() - 1)));
        assertThat(printedNumbers()).containsExactly(all.get(all.size() - 1));

        launch(child("cpus"));
        assertThat(printedNumbers()).isEqualTo(all);
    }

    @Test
    void aCpuThatIsNotThereIsNotStarted() {
        assertThat(launch(child("exit", "0").cpus(1000)).outcome().explanation())
                .contains("cannot use the given CPUs");
    }

    @Test
    void aCgroupThatIsNotThereIsNotStarted() {
        assertThat(launch(child("exit", "0").cgroups(folder.resolve("no-cgroup")))
                        .outcome()
                        .explanation())
                .contains("cannot join the cgroup", "no-cgroup/cgroup.procs");
    }

    /** A plain file shows all that the launcher does: it writes "0", the kernel's name for who writes. */
    @Test
    void aChildWithCgroupsIsWeighedAsAnyOther() throws IOException {
        Path cgroup = Files.createDirectory(folder.resolve("cgroup"));
        Path members = Files.createFile(cgroup.resolve("cgroup.procs"));

        Execution execution = launch(child("exit", "42").cgroups(cgroup));

        assertThat(execution.outcome()).isEqualTo(new Outcome.NonZeroExit(42));
        assertThat(execution.usage().orElseThrow().maxRssBytes().orElseThrow()).isPositive();
        assertThat(execution.survivors()).isZero();
        assertThat(members).hasContent("0");
    }

    @Test
    void aTimeoutEndsAChildWithCgroupsAndItsDaemons() throws IOException {
        Path cgroup = Files.createDirectory(folder.resolve("cgroup"));
        Files.createFile(cgroup.resolve("cgroup.procs"));

        Execution execution = launch(child("both-and-hang").cgroups(cgroup).timeout(Duration.ofMillis(600)));

        assertThat(execution.outcome()).isInstanceOf(Outcome.TimedOut.class);
        assertThat(execution.survivors()).isEqualTo(1);
        Processes.awaitEnd(Processes.recordedIn(folder.resolve("child.pid")));
    }

    @Test
    void theLauncherItselfStaysBelowOneMebibyte() throws IOException {
        launch(child("exit", "0"));

        for (ProcessHandle part : List.of(program().handle(), worker())) {
            assertThat(peakOf(part)).as("peak of " + part.pid()).isBetween(1L, 1023L);
        }
    }

    private List<Integer> printedNumbers() throws IOException {
        return Arrays.stream(printed().split("\\s+")).map(Integer::valueOf).toList();
    }

    private NativeLauncher program() {
        return (NativeLauncher) launcher;
    }

    private ProcessHandle worker() {
        return program().handle().children().findFirst().orElseThrow();
    }

    private long peak(AnInvocation invocation) {
        return launch(invocation).usage().orElseThrow().maxRssBytes().orElseThrow();
    }

    private static long peakOf(ProcessHandle process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long sessionOf(ProcessHandle process) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3]);
    }
}
