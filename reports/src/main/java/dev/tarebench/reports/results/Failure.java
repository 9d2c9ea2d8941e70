package dev.tarebench.reports.results;

/**
 * An execution that is no sample, and why.
 *
 * @param round 0 for the prime
 */
public record Failure(int round, String outcome, String reason) {}
