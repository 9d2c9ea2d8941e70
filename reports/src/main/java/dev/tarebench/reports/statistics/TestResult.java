package dev.tarebench.reports.statistics;

/** What a test found: its statistic and its two-sided p-value. */
public record TestResult(double statistic, double p) {
    /** Nothing differed at all. */
    static final TestResult NO_DIFFERENCE = new TestResult(0, 1);
}
