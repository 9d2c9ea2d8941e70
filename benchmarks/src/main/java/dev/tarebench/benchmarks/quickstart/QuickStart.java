package dev.tarebench.benchmarks.quickstart;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Puts a JVM that starts quickly in the place of one that was started without options, in the same process.
 *
 * <p>A second process would do too, but then two would have to die together, and one would idle while the other
 * measures.
 */
public final class QuickStart {

    /** Those compute for long, and need the slow compiler's code. */
    private static final List<String> COMPUTING = List.of("report", "compare", "gate");

    private QuickStart() {}

    /** Comes back if there is nothing to gain, or nothing is prepared yet. */
    public static void attempt(String... arguments) {
        if (arguments.length > 0 && COMPUTING.contains(arguments[0])) {
            return;
        }
        Optional<PlainStart> start = PlainStart.ofThisProcess();
        if (start.isEmpty()) {
            return;
        }
        try {
            String stamp = start.get().stamp();
            Provisions provisions = Provisions.of(stamp);
            if (provisions.serve(stamp)) {
                Replacement.with(provisions.library(), start.get().with(options(provisions)));
            }
        } catch (IOException unreadable) {
            // Nothing is lost but time: this JVM does the work.
        }
    }

    private static List<String> options(Provisions provisions) {
        return provisions.options(
                "-XX:SharedArchiveFile=".concat(provisions.archive().toString()),
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+VerifySharedSpaces");
    }
}
