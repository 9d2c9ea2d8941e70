package dev.tarebench.benchmarks.command;

/** What the process's exit code says. */
enum ExitCode {
    COMPLETED(0),
    INCOMPLETE(1),
    USAGE(2),
    SETUP(3),
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
