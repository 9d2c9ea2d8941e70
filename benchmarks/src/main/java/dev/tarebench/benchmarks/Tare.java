package dev.tarebench.benchmarks;

import dev.tarebench.benchmarks.command.TareCommand;

/** The command line's door. */
public final class Tare {

    private Tare() {}

    public static void main(String[] arguments) {
        System.exit(TareCommand.execute(arguments));
    }
}
