package dev.tarebench.benchmarks;

/** The command line's door: the one place where an exit code is decided. */
public final class Tare {

    private Tare() {}

    public static void main(String[] arguments) {}
}
