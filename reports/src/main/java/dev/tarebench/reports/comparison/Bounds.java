package dev.tarebench.reports.comparison;

/**
 * What a gate lets pass, as parts of the base run's figure.
 *
 * @param slowdown 0.05 for 5 % more time
 * @param memoryGrowth 0.05 for 5 % more memory
 */
public record Bounds(double slowdown, double memoryGrowth) {
    public Bounds {
        if (!(slowdown >= 0) || !(memoryGrowth >= 0)) {
            throw new IllegalArgumentException("bounds cannot be negative");
        }
    }
}
