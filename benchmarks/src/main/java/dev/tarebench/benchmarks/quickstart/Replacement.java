package dev.tarebench.benchmarks.quickstart;

import java.nio.file.Path;

/** Exchanges the program that this process executes, which Java itself cannot; {@code quickstart/replace.c} does it. */
final class Replacement {

    private Replacement() {}

    /** Executes the command in place of this JVM; comes back only if that was not possible. */
    static void with(Path library, byte[][] command) {
        try {
            System.load(library.toString());
            exec(command);
        } catch (UnsatisfiedLinkError refused) {
            // Nothing is lost but time: this JVM does the work.
        }
    }

    /** @return the number of the error */
    private static native int exec(byte[][] command);
}
