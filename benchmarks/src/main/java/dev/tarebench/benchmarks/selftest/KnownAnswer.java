package dev.tarebench.benchmarks.selftest;

import java.util.Locale;

/**
 * One figure that the launcher reported, beside what it is in truth.
 *
 * @param what what the child did
 * @param bound how far apart the two may be
 * @param error how far apart they are by the best of the launches; not always the plain difference
 * @param uncertainty what the machine's noise makes of that error
 * @param remark how it was judged
 */
record KnownAnswer(
        String what,
        String unit,
        double reported,
        double truth,
        double error,
        double uncertainty,
        double bound,
        String remark) {

    enum Verdict {
        PASSED,
        FAILED,
        /** The machine was too busy for an answer. */
        UNDECIDED
    }

    Verdict verdict() {
        if (Math.abs(error) <= bound) {
            return Verdict.PASSED;
        }
        return Math.abs(error) - uncertainty <= bound ? Verdict.UNDECIDED : Verdict.FAILED;
    }

    /** For a person, with both figures and the bound. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%s: reported %.3f %s, true %.3f, off by %+.3f of %.3f allowed (%s): %s",
                what,
                reported,
                unit,
                truth,
                error,
                bound,
                remark,
                verdict().name().toLowerCase(Locale.ROOT));
    }
}
