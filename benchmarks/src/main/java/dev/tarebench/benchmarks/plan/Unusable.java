package dev.tarebench.benchmarks.plan;

/** What the user asked for cannot be meant: ends the command with exit code 2. */
public final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unusable(String message) {
        super(message);
    }
}
