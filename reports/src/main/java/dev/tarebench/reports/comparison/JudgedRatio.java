package dev.tarebench.reports.comparison;

import dev.tarebench.reports.statistics.Holm;
import java.util.ArrayList;
import java.util.List;

/**
 * An estimate after the correction for how many questions its family asks.
 *
 * @param adjustedP Holm's p-value within the family
 */
public record JudgedRatio(RatioEstimate estimate, double adjustedP, Verdict verdict) {
    /** The rate of false alarms per family that a verdict accepts. */
    public static final double SIGNIFICANCE = 0.05;

    /** Judges one family: one program, size and metric, every target against one baseline. */
    static List<JudgedRatio> family(List<RatioEstimate> estimates) {
        double[] adjusted =
                Holm.adjust(estimates.stream().mapToDouble(RatioEstimate::p).toArray());
        List<JudgedRatio> judged = new ArrayList<>(adjusted.length);
        for (int i = 0; i < adjusted.length; i++) {
            RatioEstimate estimate = estimates.get(i);
            judged.add(new JudgedRatio(estimate, adjusted[i], verdict(estimate, adjusted[i], adjusted.length)));
        }
        return List.copyOf(judged);
    }

    private static Verdict verdict(RatioEstimate estimate, double adjustedP, int familySize) {
        if (estimate.interval().isEmpty() || estimate.smallestP() * familySize > SIGNIFICANCE) {
            return Verdict.TOO_FEW_SAMPLES;
        }
        // A test may speak where the medians are equal, and the interval where ranks are not: both must agree.
        boolean excludesOne = !estimate.interval().get().contains(1);
        if (adjustedP > SIGNIFICANCE || !excludesOne) {
            return Verdict.NO_DIFFERENCE_SHOWN;
        }
        return estimate.ratio() < 1 ? Verdict.LESS : Verdict.MORE;
    }
}
