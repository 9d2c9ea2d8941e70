package dev.tarebench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Compares with figures of SciPy, NumPy and diptest; {@code src/test/python/reference.py} says how they were made. */
class SciPyReferenceTest {
    private static final JsonNode TABLE = read();

    @Test
    void summariesEqualNumPysAndSciPys() {
        for (JsonNode entry : TABLE.path("describe")) {
            double[] x = doubles(entry.path("x"));
            SampleSummary summary = SampleSummary.of(x);

            assertThat(summary.mean()).isCloseTo(entry.path("mean").doubleValue(), close(summary.mean()));
            assertThat(summary.median()).isCloseTo(entry.path("median").doubleValue(), close(summary.median()));
            assertThat(summary.mad()).isCloseTo(entry.path("mad").doubleValue(), close(summary.median()));
            assertThat(summary.min()).isEqualTo(entry.path("min").doubleValue());
            assertThat(summary.max()).isEqualTo(entry.path("max").doubleValue());
            assertThat(summary.lowerQuartile()).isCloseTo(entry.path("q25").doubleValue(), close(summary.median()));
            assertThat(summary.upperQuartile()).isCloseTo(entry.path("q75").doubleValue(), close(summary.median()));
            assertThat(SampleSummary.quantile(x, 0.05))
                    .isCloseTo(entry.path("q05").doubleValue(), close(summary.median()));
            assertThat(SampleSummary.quantile(x, 0.99))
                    .isCloseTo(entry.path("q99").doubleValue(), close(summary.max()));
            assertThat(SampleSummary.outliers(x))
                    .isEqualTo(Arrays.stream(doubles(entry.path("outliers")))
                            .mapToInt(index -> (int) index)
                            .toArray());
        }
    }

    @Test
    void theIntervalOfTheMedianEqualsSciPys() {
        for (JsonNode entry : TABLE.path("describe")) {
            SampleSummary summary = SampleSummary.of(doubles(entry.path("x")));
            JsonNode interval = entry.path("interval");
            if (interval.isNull()) {
                assertThat(summary.interval()).isEmpty();
            } else {
                assertThat(summary.interval())
                        .contains(new Interval(
                                interval.get(0).doubleValue(), interval.get(1).doubleValue()));
            }
        }
    }

    @Test
    void theDipEqualsThatOfTheReferenceImplementation() {
        for (JsonNode entry : TABLE.path("describe")) {
            double[] x = doubles(entry.path("x"));
            Arrays.sort(x);
            if (x.length >= 4) {
                assertThat(DipTest.statistic(x))
                        .as(Arrays.toString(x))
                        .isCloseTo(entry.path("dip").doubleValue(), within(1e-9));
            }
        }
    }

    @Test
    void mannWhitneyAndCliffsDeltaEqualSciPys() {
        for (JsonNode entry : TABLE.path("two")) {
            double[] x = doubles(entry.path("x"));
            double[] y = doubles(entry.path("y"));
            MannWhitneyUTest test = MannWhitneyUTest.withDefaults().with(ContinuityCorrection.ENABLED);

            JsonNode asymptotic = entry.path("mannwhitney_asymptotic");
            MannWhitneyUTest.Result result = test.with(PValueMethod.ASYMPTOTIC).test(x, y);
            assertThat(result.getStatistic()).isEqualTo(asymptotic.get(0).doubleValue());
            assertThat(result.getPValue()).isCloseTo(asymptotic.get(1).doubleValue(), within(1e-9));

            boolean exact = entry.has("mannwhitney_exact") && x.length < 50;
            JsonNode expected = exact ? entry.path("mannwhitney_exact") : asymptotic;
            assertThat(RankTests.rankSum(x, y).p()).isCloseTo(expected.get(1).doubleValue(), within(1e-9));
            assertThat(RankTests.cliffsDelta(x, y))
                    .isCloseTo(entry.path("cliff").doubleValue(), within(1e-9));
        }
    }

    @Test
    void signedRanksEqualSciPys() {
        for (JsonNode entry : TABLE.path("paired")) {
            double[] x = doubles(entry.path("x"));
            double[] y = doubles(entry.path("y"));
            SignedRankTest test = SignedRankTest.of(x, y);

            assertThat(test.asymptoticP()).isCloseTo(entry.path("asymptotic").doubleValue(), within(1e-9));
            if (entry.has("permutation")) {
                assertThat(test.exactP()).isCloseTo(entry.path("permutation").doubleValue(), within(1e-9));
            }
            if (entry.has("exact")) {
                assertThat(test.exactP()).isCloseTo(entry.path("exact").doubleValue(), within(1e-9));
            }
        }
    }

    @Test
    void kruskalWallisEqualsSciPys() {
        for (JsonNode entry : TABLE.path("kruskal")) {
            double[][] groups = StreamSupport.stream(entry.path("groups").spliterator(), false)
                    .map(SciPyReferenceTest::doubles)
                    .toArray(double[][]::new);
            TestResult result = RankTests.kruskalWallis(groups);
            assertThat(result.statistic()).isCloseTo(entry.path("statistic").doubleValue(), within(1e-9));
            assertThat(result.p()).isCloseTo(entry.path("p").doubleValue(), within(1e-9));
        }
    }

    @Test
    void holmAndTheGeometricMeanEqualTheirDefinitions() {
        for (JsonNode entry : TABLE.path("holm")) {
            assertThat(Holm.adjust(doubles(entry.path("p"))))
                    .containsExactly(doubles(entry.path("adjusted")), within(1e-12));
        }
        for (JsonNode entry : TABLE.path("geometric")) {
            assertThat(GeometricMean.of(doubles(entry.path("x"))))
                    .isCloseTo(entry.path("mean").doubleValue(), within(1e-9));
        }
    }

    @Test
    void theBootstrapFollowsTheExactBootstrapDistribution() {
        for (JsonNode entry : TABLE.path("bootstrap")) {
            double[] x = doubles(entry.path("x"));
            double[] y = doubles(entry.path("y"));
            boolean paired = entry.path("paired").booleanValue();
            RatioBootstrap bootstrap = paired ? RatioBootstrap.paired(x, y) : RatioBootstrap.independent(x, y);
            double[] logarithms =
                    Arrays.stream(bootstrap.replicates()).map(Math::log).toArray();
            double mean = Arrays.stream(logarithms).average().orElseThrow();
            double variance = Arrays.stream(logarithms)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElseThrow();
            double ratio = SampleSummary.median(x) / SampleSummary.median(y);
            double below = Arrays.stream(bootstrap.replicates())
                            .filter(value -> value <= ratio)
                            .count()
                    / (double) RatioBootstrap.REPLICATES;

            // Four standard errors of 2,000 draws.
            double deviation = entry.path("sd_log").doubleValue();
            assertThat(mean).isCloseTo(entry.path("mean_log").doubleValue(), within(4 * deviation / Math.sqrt(2000)));
            assertThat(Math.sqrt(variance)).isCloseTo(deviation, within(0.1 * deviation));
            assertThat(below).isCloseTo(entry.path("cdf_at_ratio").doubleValue(), within(4 * 0.5 / Math.sqrt(2000)));
        }
    }

    private static Offset<Double> close(double scale) {
        return within(1e-9 * Math.max(1, Math.abs(scale)));
    }

    private static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    private static JsonNode read() {
        try (InputStream table = Objects.requireNonNull(SciPyReferenceTest.class.getResourceAsStream("scipy.json"))) {
            return new ObjectMapper().readTree(table);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
