package dev.tarebench.benchmarks.selftest;

import dev.tarebench.benchmarks.dock.Dock;
import dev.tarebench.benchmarks.selftest.KnownAnswer.Verdict;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.bases.Base;
import dev.tarebench.toolchains.containers.ContainerFront;
import dev.tarebench.toolchains.launch.ProcessLauncher;
import dev.tarebench.workloads.build.ArtifactBuilder;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a self-test came to.
 *
 * @param verdict failed if one figure was wrong, else undecided if one could not be judged, else passed
 * @param fingerprint of the machine
 */
public record SelftestResult(
        String verdict, Instant at, String fingerprint, List<String> lines, List<String> failures, int unjudged) {

    /** Of processes: wall time, CPU time and four sizes of memory. */
    private static final int FIGURES = 6;

    public SelftestResult {
        lines = List.copyOf(lines);
        failures = List.copyOf(failures);
    }

    /**
     * Takes about ten seconds, and as long for each way to start a container; tells each figure as it is known.
     *
     * @param containers what starts containers here
     */
    public static SelftestResult run(
            ArtifactBuilder builder,
            ProcessLauncher launcher,
            Containers containers,
            String fingerprint,
            Progress progress)
            throws IOException {
        try (KnownChild child = KnownChild.build(builder, launcher)) {
            List<KnownAnswer> answers = new ArrayList<>(new Selftest(child, progress).run());
            int unjudged = FIGURES - answers.size();
            if (!containers.fronts().isEmpty()) {
                try (Dock dock = containers.dock().get()) {
                    ContainedChild contained = new ContainedChild(child, dock, containers.base());
                    containers
                            .fronts()
                            .forEach(front -> answers.addAll(new ContainedSelftest(contained, progress).run(front)));
                }
            }
            return of(answers, unjudged, fingerprint);
        }
    }

    /**
     * What starts containers, and on which base.
     *
     * @param fronts that answer; the dock is opened only if there are any
     */
    public record Containers(List<ContainerFront> fronts, Supplier<Dock> dock, Base base) {

        public Containers {
            fronts = List.copyOf(fronts);
        }
    }

    static SelftestResult of(List<KnownAnswer> answers, int unjudged, String fingerprint) {
        List<String> failures = answers.stream()
                .filter(answer -> answer.verdict() == Verdict.FAILED)
                .map(KnownAnswer::line)
                .toList();
        Verdict worst = Stream.of(Verdict.FAILED, Verdict.UNDECIDED)
                .filter(verdict -> answers.stream().anyMatch(answer -> answer.verdict() == verdict))
                .findFirst()
                .orElse(Verdict.PASSED);
        return new SelftestResult(
                worst.name().toLowerCase(Locale.ROOT),
                Instant.now(),
                fingerprint,
                answers.stream().map(KnownAnswer::line).toList(),
                failures,
                unjudged);
    }

    public boolean passed() {
        return verdict.equals(Verdict.PASSED.name().toLowerCase(Locale.ROOT));
    }
}
