package dev.tarebench.toolchains.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoiseTest {

    /** The first lines of the file on a machine of two CPUs. */
    private static final String STAT = """
            cpu  113 2 40 820 5 1 3 16 0 0
            cpu0 60 1 20 410 2 0 2 8 0 0
            """;

    @TempDir
    Path root;

    private static Noise noise(Map<String, Double> figures) {
        return new Noise(new TreeMap<>(figures), List.of("rustc 40 %"));
    }

    @Test
    void stealAndIdleAreNotBusy() {
        assertThat(CpuTimes.parse(STAT)).contains(new CpuTimes(159, 16, 1000));
    }

    @Test
    void anOldKernelWithoutStealTellsNothing() {
        assertThat(CpuTimes.parse("cpu 1 2 3 4\n")).isEmpty();
    }

    @Test
    void pagesAreCountedInBothDirections() {
        assertThat(NoiseSample.swapped("nr_free_pages 9\npswpin 3\npswpout 4\n"))
                .hasValue(7);
        assertThat(NoiseSample.swapped("nr_free_pages 9\n")).isEmpty();
    }

    @Test
    void whatTheKernelDoesNotTellIsAbsentAndNot0() {
        NoiseSample sample = NoiseSample.read(new SystemFiles(root));

        assertThat(sample.cpus()).isEmpty();
        assertThat(List.of(sample.swappedPages(), sample.throttled(), sample.slowestKiloHertz()))
                .containsOnly(OptionalLong.empty());
        assertThat(noise(Map.of()).unknown())
                .containsExactly(
                        "what others use", "what the host takes away", "the clock", "throttling for heat", "swapping");
    }

    @Test
    void theClockOfTheSlowestCpuCounts() throws IOException {
        for (int cpu = 0; cpu < Runtime.getRuntime().availableProcessors(); cpu++) {
            Path folder = Files.createDirectories(root.resolve("sys/devices/system/cpu/cpu" + cpu + "/cpufreq"));
            Files.writeString(folder.resolve("scaling_cur_freq"), 2_000_000 + cpu * 1000 + "\n");
        }

        assertThat(NoiseSample.read(new SystemFiles(root)).slowestKiloHertz()).hasValue(2_000_000);
    }

    @Test
    void aQuietMachineHasNoDisturbance() {
        assertThat(noise(Map.of("othersShare", 0.01, "stealShare", 0.0, "throttled", 0.0))
                        .disturbances())
                .isEmpty();
    }

    @Test
    void everyDisturbanceComesWithWhatToChange() {
        assertThat(noise(Map.of(
                                "othersShare", 0.4,
                                "stealShare", 0.02,
                                "throttled", 3.0,
                                "swappedPages", 12.0,
                                "slowestGigaHertz", 1.2,
                                "fastestGigaHertz", 3.5))
                        .disturbances())
                .hasSize(5)
                .allMatch(line -> line.contains(": "))
                .anyMatch(line -> line.startsWith("other processes took 40 % of the CPUs (rustc 40 %)"))
                .anyMatch(line -> line.startsWith("the clock was between 1.20 and 3.50 GHz"));
    }

    @Test
    void theBusiestAreNamedWithTheirSharesOfAllCpus() {
        BusyProcesses before = new BusyProcesses(Map.of(1L, new BusyProcesses.Use("init", Duration.ofHours(5))), 0);
        BusyProcesses after = new BusyProcesses(
                Map.of(
                        1L, new BusyProcesses.Use("init", Duration.ofHours(5)),
                        2L, new BusyProcesses.Use("rustc", Duration.ofSeconds(4)),
                        3L, new BusyProcesses.Use("rustc", Duration.ofSeconds(4)),
                        4L, new BusyProcesses.Use("cron", Duration.ofMillis(2))),
                10_000_000_000L);

        assertThat(after.busiestSince(before, 2)).containsExactly("rustc 40 %");
    }

    @Test
    void thisProcessIsNotAnotherOne() {
        assertThat(BusyProcesses.now().uses())
                .doesNotContainKey(ProcessHandle.current().pid());
    }

    @Test
    void aWatchTellsForHowLongAndHowOftenItLooked() {
        Noise noise = NoiseWatch.start().finish();

        assertThat(noise.figures()).containsEntry("looks", 2.0).containsKey("seconds");
    }
}
