package dev.tarebench.reports.comparison;

import dev.tarebench.reports.journal.Better;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.results.Samples;
import dev.tarebench.reports.statistics.Interval;
import dev.tarebench.reports.statistics.RankTests;
import dev.tarebench.reports.statistics.RatioBootstrap;
import dev.tarebench.reports.statistics.SampleSummary;
import dev.tarebench.reports.statistics.TestResult;
import java.util.Arrays;
import java.util.Optional;

/** An estimated ratio together with its bootstrap distribution, for as long as something is to be made from it. */
record Contrast(RatioEstimate estimate, RatioBootstrap bootstrap) {
    private static final int FEWEST_FOR_INTERVAL = 3;

    /** Of two cells of one run: paired by round wherever rounds are known, since a round hits both cells alike. */
    static Contrast within(Metric metric, Samples cell, Samples baseline) {
        Samples x = worse(metric, cell, baseline);
        Samples y = worse(metric, baseline, cell);
        return x.pairedWith(y).map(Contrast::paired).orElseGet(() -> independent(x, y));
    }

    /** Of two runs: nothing pairs their samples. */
    static Contrast across(Metric metric, Samples cell, Samples baseline) {
        return independent(worse(metric, cell, baseline), worse(metric, baseline, cell));
    }

    /** Every ratio says how many times worse the first is: of a rate, the baseline's figure goes on top. */
    private static Samples worse(Metric metric, Samples top, Samples bottom) {
        return metric.better() == Better.HIGHER ? bottom : top;
    }

    private static Contrast independent(Samples x, Samples y) {
        double[] left = x.values();
        double[] right = y.values();
        return of(
                SampleSummary.median(left) / SampleSummary.median(right),
                RankTests.rankSum(left, right),
                RankTests.smallestRankSumP(left.length, right.length),
                RankTests.cliffsDelta(left, right),
                false,
                Math.min(left.length, right.length),
                RatioBootstrap.independent(left, right));
    }

    private static Contrast paired(Samples.Pairs pairs) {
        double[] x = pairs.x();
        double[] y = pairs.y();
        RatioBootstrap bootstrap = RatioBootstrap.paired(x, y);
        return of(
                SampleSummary.median(x) / SampleSummary.median(y),
                RankTests.signedRank(x, y),
                RankTests.smallestSignedRankP(x.length),
                RankTests.cliffsDelta(x, y),
                true,
                x.length,
                bootstrap);
    }

    /**
     * Of two ratios to native, each from its own machine. Every round gives one ratio, which the rank test compares;
     * where rounds are not known, the samples' ratios to native's median stand for them.
     */
    Contrast dividedBy(Contrast base, double[] ownRatios, double[] baseRatios) {
        return of(
                estimate.ratio() / base.estimate.ratio(),
                RankTests.rankSum(ownRatios, baseRatios),
                RankTests.smallestRankSumP(ownRatios.length, baseRatios.length),
                RankTests.cliffsDelta(ownRatios, baseRatios),
                false,
                Math.min(ownRatios.length, baseRatios.length),
                bootstrap.dividedBy(base.bootstrap));
    }

    /** One ratio per round, or per sample where rounds are not known. */
    static double[] ratios(Metric metric, Samples cell, Samples baseline) {
        Samples x = worse(metric, cell, baseline);
        Samples y = worse(metric, baseline, cell);
        return x.pairedWith(y).map(Samples.Pairs::ratios).orElseGet(() -> {
            double median = y.median();
            return Arrays.stream(x.values()).map(value -> value / median).toArray();
        });
    }

    private static Contrast of(
            double ratio,
            TestResult test,
            double smallestP,
            double delta,
            boolean paired,
            int count,
            RatioBootstrap bootstrap) {
        Optional<Interval> interval =
                count < FEWEST_FOR_INTERVAL ? Optional.empty() : Optional.of(bootstrap.interval());
        return new Contrast(new RatioEstimate(ratio, interval, test.p(), smallestP, delta, paired, count), bootstrap);
    }
}
