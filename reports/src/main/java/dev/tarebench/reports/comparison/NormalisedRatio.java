package dev.tarebench.reports.comparison;

/**
 * A cell against the native program of its own machine, here and there: what can be compared across machines.
 *
 * @param base ratio to native on the first machine
 * @param other ratio to native on the second
 * @param change the second divided by the first, judged
 */
public record NormalisedRatio(RatioEstimate base, RatioEstimate other, JudgedRatio change) {}
