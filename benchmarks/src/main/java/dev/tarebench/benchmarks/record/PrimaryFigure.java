package dev.tarebench.benchmarks.record;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/** The primary result of a cell of which nothing is timed: JMH's own are all times or rates. */
final class PrimaryFigure extends Result<PrimaryFigure> {

    private static final long serialVersionUID = 1L;

    PrimaryFigure(String label, double value, String unit) {
        this(label, single(value), unit);
    }

    private PrimaryFigure(String label, Statistics statistics, String unit) {
        super(ResultRole.PRIMARY, label, statistics, unit, AggregationPolicy.AVG);
    }

    private static Statistics single(double value) {
        ListStatistics statistics = new ListStatistics();
        statistics.addValue(value);
        return statistics;
    }

    @Override
    protected Aggregator<PrimaryFigure> getThreadAggregator() {
        return PrimaryFigure::together;
    }

    @Override
    protected Aggregator<PrimaryFigure> getIterationAggregator() {
        return PrimaryFigure::together;
    }

    private static PrimaryFigure together(Collection<PrimaryFigure> figures) {
        List<PrimaryFigure> all = List.copyOf(figures);
        ListStatistics statistics = new ListStatistics();
        all.forEach(figure -> statistics.addValue(figure.getScore()));
        return new PrimaryFigure(all.get(0).getLabel(), statistics, all.get(0).getScoreUnit());
    }
}
