package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.dock.PulledImage;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.Invocation;
import dev.tarebench.toolchains.launch.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No guest at all: a front's client pulls an image, into a store that was seen to hold nothing of it. */
record PullVessel(PulledImage image) implements Vessel {

    @Override
    public Filled fill(Workspace.Place place, MeasureSettings settings, int paddingBytes) {
        Optional<String> present = image.makeAbsent();
        return new Started(
                Vessel.invocation(
                        place,
                        // Where no daemon does it, the client itself writes the layers.
                        settings.withoutOutputLimit(),
                        image.command(),
                        CleanEnvironment.with(Map.of()),
                        settings.cpus(),
                        paddingBytes,
                        List.of()),
                present);
    }

    private final class Started implements Filled {

        private final Invocation invocation;
        private final Optional<String> present;

        private Started(Invocation invocation, Optional<String> present) {
            this.invocation = invocation;
            this.present = present;
        }

        @Override
        public Invocation invocation() {
            return invocation;
        }

        @Override
        public Outcome judge(Execution execution, Answer answer, Path directory, Map<String, Path> inputs) {
            if (!(execution.outcome() instanceof Outcome.Completed)) {
                return execution.outcome();
            }
            return present.or(image::fault)
                    .<Outcome>map(Outcome.WrongOutput::new)
                    .orElse(execution.outcome());
        }

        @Override
        public void read(Execution execution, Map<String, Long> metrics) {
            execution.usage().ifPresent(usage -> {
                metrics.put(Metrics.WALL.key(), usage.wall().toNanos());
                metrics.put(
                        image.companion().isPresent() ? Metrics.PULL_SHARED.key() : Metrics.PULL.key(),
                        usage.wall().toNanos());
            });
            metrics.put(Metrics.COMPRESSED_SIZE.key(), image.servedBytes());
            metrics.put(Metrics.PULLED.key(), image.pulledBytes());
            metrics.put(Metrics.LAYERS.key(), (long) image.image().layers().size());
        }

        @Override
        public void empty() {
            image.forget();
        }
    }
}
