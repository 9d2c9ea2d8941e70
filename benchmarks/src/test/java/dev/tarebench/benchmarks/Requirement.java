package dev.tarebench.benchmarks;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;

/** Skips a test whose tool is missing, with the reason; {@code -Drequire=zig,wasmtime} turns the skip into a failure. */
public final class Requirement {

    private Requirement() {}

    public static boolean isRequired(String tool) {
        return List.of(System.getProperty("require", "").split(",", -1)).contains(tool);
    }

    /** Ends the test: as failed where the tool is required, as skipped elsewhere. */
    public static void missing(String tool, String reason) {
        String text = "%s is missing: %s".formatted(tool, reason);
        if (isRequired(tool)) {
            fail(text + " (and it is required)");
        }
        abort(text);
    }
}
