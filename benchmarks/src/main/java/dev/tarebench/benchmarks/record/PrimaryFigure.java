package dev.tarebench.benchmarks.record;

import java.util.Collection;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/** A benchmark's main figure where it is no time, as the size of an image is none: JMH has only times and rates there. */
final class PrimaryFigure extends Result<PrimaryFigure> {

    private static final long serialVersionUID = 1L;

    PrimaryFigure(String label, double value, String unit) {
        this(label, of(value), unit);
    }

    private PrimaryFigure(String label, Statistics figures, String unit) {
        super(ResultRole.PRIMARY, label, figures, unit, AggregationPolicy.AVG);
    }

    @Override
    protected Aggregator<PrimaryFigure> getThreadAggregator() {
        return PrimaryFigure::joined;
    }

    @Override
    protected Aggregator<PrimaryFigure> getIterationAggregator() {
        return PrimaryFigure::joined;
    }

    private static PrimaryFigure joined(Collection<PrimaryFigure> figures) {
        ListStatistics all = new ListStatistics();
        figures.forEach(
                figure -> figure.statistics.getRawData().forEachRemaining(entry -> all.addValue(entry.getKey())));
        PrimaryFigure first = figures.iterator().next();
        return new PrimaryFigure(first.getLabel(), all, first.getScoreUnit());
    }
}
