package dev.tarebench.benchmarks;

import dev.tarebench.benchmarks.command.TareCommand;
import dev.tarebench.benchmarks.quickstart.QuickStart;

/** The command line's door. */
public final class Tare {

    private Tare() {}

    public static void main(String[] arguments) {
        QuickStart.attempt(arguments);
        System.exit(TareCommand.execute(arguments));
    }
}
