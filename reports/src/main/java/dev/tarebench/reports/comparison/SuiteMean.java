package dev.tarebench.reports.comparison;

import dev.tarebench.reports.statistics.Interval;

/**
 * The geometric mean of a target's ratios to the baseline over the programs of a suite.
 *
 * @param interval of the measurement's noise; the set of programs is taken as it is
 * @param programs over how many programs; means over different numbers must not be compared
 */
public record SuiteMean(
        String suite,
        String operation,
        String size,
        String platform,
        String target,
        double mean,
        Interval interval,
        int programs) {}
