package dev.tarebench.reports.comparison;

import dev.tarebench.reports.statistics.Interval;
import java.util.Optional;

/**
 * How many times one cell's median is another's, and what supports it.
 *
 * @param interval bootstrap interval of the ratio; absent with fewer than three samples
 * @param p the test's p-value, before any correction
 * @param smallestP the smallest p-value that so few samples could ever give
 * @param delta Cliff's delta: how much more often the first is the larger of two than the smaller
 * @param paired whether the samples were paired by round
 * @param count samples on the smaller side
 */
public record RatioEstimate(
        double ratio,
        Optional<Interval> interval,
        double p,
        double smallestP,
        double delta,
        boolean paired,
        int count) {}
