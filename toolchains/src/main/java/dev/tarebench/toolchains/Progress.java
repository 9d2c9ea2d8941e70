package dev.tarebench.toolchains;

/** Tells whoever waits what long work is being done; a line each, never a figure that is measured. */
@FunctionalInterface
public interface Progress {

    void report(String line);

    /** For tests and for answers that must stand alone on standard output. */
    static Progress silent() {
        return line -> {};
    }
}
