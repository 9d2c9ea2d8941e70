package dev.tarebench.reports;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Thrown when a result cannot be used, so that a command can end with exit code 2 and overwrite nothing. */
public final class UnreadableResult extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message what is wrong, where, and what to try, for a person
     */
    public UnreadableResult(String message) {
        this(message, null);
    }

    public UnreadableResult(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public static UnreadableResult inFile(Path file, String what) {
        return new UnreadableResult(file + ": " + what);
    }

    public static UnreadableResult inLine(Path file, long line, String what) {
        return new UnreadableResult(file + ", line " + line + ": " + what);
    }
}
