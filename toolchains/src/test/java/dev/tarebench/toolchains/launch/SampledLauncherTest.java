package dev.tarebench.toolchains.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The contract over zt-exec and OSHI, and what only that instrument says of itself. */
class SampledLauncherTest extends ProcessLauncherContract {

    @Override
    ProcessLauncher start() {
        return new SampledLauncher();
    }

    @Test
    void everyFigureIsMarkedAsSampled() {
        assertThat(launch(child("exit", "0")).instrument()).isEqualTo(Instrument.SAMPLED);
    }

    @Test
    void whatSamplingCannotSeeIsAbsentAndNotZero() {
        ResourceUsage usage = launch(child("sleep", "50")).usage().orElseThrow();

        assertThat(usage.minorFaults()).isEmpty();
        assertThat(usage.majorFaults()).isEmpty();
        assertThat(usage.voluntarySwitches()).isEmpty();
        assertThat(usage.involuntarySwitches()).isEmpty();
    }

    @Test
    void aProcessThatWasNeverSeenHasNoFigures() {
        ResourceUsage usage = new ProcessSampler.Samples().usage(Duration.ofMillis(1));

        assertThat(usage.maxRssBytes()).isEmpty();
        assertThat(usage.user()).isEmpty();
        assertThat(usage.system()).isEmpty();
    }

    @Test
    void processorTimeOfALongEnoughChildIsSeen() {
        ResourceUsage usage = launch(child("burn", "300")).usage().orElseThrow();

        assertThat(usage.user().orElseThrow().plus(usage.system().orElseThrow()))
                .isBetween(Duration.ofMillis(200), Duration.ofMillis(330));
    }
}
