package dev.tarebench.benchmarks.selftest;

import dev.tarebench.benchmarks.selftest.KnownAnswer.Verdict;
import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.launch.ProcessLauncher;
import dev.tarebench.workloads.build.ArtifactBuilder;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a self-test came to.
 *
 * @param verdict failed if one figure was wrong, else undecided if one could not be judged, else passed
 * @param fingerprint of the machine
 */
public record SelftestResult(
        String verdict, Instant at, String fingerprint, List<String> lines, List<String> failures, int unjudged) {

    /** Wall time, CPU time and four sizes of memory. */
    private static final int FIGURES = 6;

    public SelftestResult {
        lines = List.copyOf(lines);
        failures = List.copyOf(failures);
    }

    /** Takes about ten seconds; tells each figure as it is known. */
    public static SelftestResult run(
            ArtifactBuilder builder, ProcessLauncher launcher, String fingerprint, Progress progress)
            throws IOException {
        try (KnownChild child = KnownChild.build(builder, launcher)) {
            return of(new Selftest(child, progress).run(), fingerprint);
        }
    }

    static SelftestResult of(List<KnownAnswer> answers, String fingerprint) {
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
                FIGURES - answers.size());
    }

    public boolean passed() {
        return verdict.equals(Verdict.PASSED.name().toLowerCase(Locale.ROOT));
    }
}
