package dev.tarebench.toolchains.launch;

import java.time.Duration;
import java.util.Optional;

/** How an execution ended. Only {@link Completed} with verified output can become a sample. */
public sealed interface Outcome {

    /** The stable word for this outcome in the journal. */
    String word();

    /** One sentence for a person. */
    String explanation();

    record Completed() implements Outcome {
        @Override
        public String word() {
            return "completed";
        }

        @Override
        public String explanation() {
            return "ended with exit code 0";
        }
    }

    record WrongOutput(String reason) implements Outcome {
        @Override
        public String word() {
            return "wrong-output";
        }

        @Override
        public String explanation() {
            return reason;
        }
    }

    /**
     * The program said by its exit code that it failed.
     *
     * @param said the last line of a client that works for the guest, since its code alone tells nothing
     */
    record NonZeroExit(int code, Optional<String> said) implements Outcome {

        public NonZeroExit(int code) {
            this(code, Optional.empty());
        }

        @Override
        public String word() {
            return "non-zero-exit";
        }

        @Override
        public String explanation() {
            return "ended with exit code " + code
                    + said.map(line -> ": " + line).orElse("");
        }
    }

    record KilledBySignal(int signal) implements Outcome {
        @Override
        public String word() {
            return "killed-by-signal";
        }

        @Override
        public String explanation() {
            return "was killed by signal %d (%s)".formatted(signal, Signals.name(signal));
        }
    }

    record OutOfMemory(String reason) implements Outcome {
        @Override
        public String word() {
            return "out-of-memory";
        }

        @Override
        public String explanation() {
            return reason;
        }
    }

    /**
     * It took longer than it may.
     *
     * @param reached how far it had come, where that is known
     */
    record TimedOut(Duration limit, Optional<String> reached) implements Outcome {

        public TimedOut(Duration limit) {
            this(limit, Optional.empty());
        }

        @Override
        public String word() {
            return "timed-out";
        }

        @Override
        public String explanation() {
            return "was still running after its timeout of %d ms".formatted(limit.toMillis())
                    + reached.map(far -> ": " + far).orElse("");
        }
    }

    record OutputTooLarge(long limitBytes) implements Outcome {
        @Override
        public String word() {
            return "output-too-large";
        }

        @Override
        public String explanation() {
            return "wrote more than the limit of %d bytes".formatted(limitBytes);
        }
    }

    record Interrupted() implements Outcome {
        @Override
        public String word() {
            return "interrupted";
        }

        @Override
        public String explanation() {
            return "was interrupted before it ended";
        }
    }

    record NotStarted(String reason) implements Outcome {
        @Override
        public String word() {
            return "not-started";
        }

        @Override
        public String explanation() {
            return "could not be started: " + reason;
        }
    }
}
