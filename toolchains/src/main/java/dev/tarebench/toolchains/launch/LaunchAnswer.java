package dev.tarebench.toolchains.launch;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** One line of figures from the native launcher, taken apart. */
record LaunchAnswer(Ending ending, int value, int survivors, Stamps stamps, ResourceUsage usage, String reason) {

    /** How the launcher says that a child ended; the value beside it is an exit code, a signal or an errno. */
    enum Ending {
        EXITED("exited"),
        SIGNALLED("signalled"),
        TIMED_OUT("timed-out"),
        INTERRUPTED("interrupted"),
        NOT_STARTED("not-started");

        private final String word;

        Ending(String word) {
            this.word = word;
        }

        private static Optional<Ending> of(String word) {
            return Arrays.stream(values())
                    .filter(ending -> ending.word.equals(word))
                    .findFirst();
        }
    }

    private static final int SIGKILL = 9;
    private static final int SIGXFSZ = 25;
    private static final int FIRST_STAMP = 3;
    private static final int FIRST_USAGE = 7;
    private static final int REASON = 14;

    static LaunchAnswer parse(String line) {
        String[] fields = line.split(" ", REASON + 1);
        if (fields.length != REASON + 1) {
            throw new LauncherFailed("the launcher answered '%s', which has too few fields".formatted(line));
        }
        Ending ending = Ending.of(fields[0])
                .orElseThrow(() -> new LauncherFailed("the launcher answered '%s', no known ending".formatted(line)));
        try {
            long[] numbers =
                    Arrays.stream(fields, 1, REASON).mapToLong(Long::parseLong).toArray();
            Stamps stamps = stamps(numbers);
            return new LaunchAnswer(
                    ending, (int) numbers[0], (int) numbers[1], stamps, usage(stamps, numbers), fields[REASON]);
        } catch (IllegalArgumentException unreadable) {
            throw new LauncherFailed("the launcher answered '%s'".formatted(line), unreadable);
        }
    }

    /** The numbers lack the first field of the line, which is a word. */
    private static Stamps stamps(long[] numbers) {
        int at = FIRST_STAMP - 1;
        return new Stamps(numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]);
    }

    private static ResourceUsage usage(Stamps stamps, long[] numbers) {
        int at = FIRST_USAGE - 1;
        return new ResourceUsage(
                stamps.wall(),
                Optional.of(Duration.ofNanos(numbers[at])),
                Optional.of(Duration.ofNanos(numbers[at + 1])),
                peak(numbers[at + 2]),
                OptionalLong.of(numbers[at + 3]),
                OptionalLong.of(numbers[at + 4]),
                OptionalLong.of(numbers[at + 5]),
                OptionalLong.of(numbers[at + 6]));
    }

    /**
     * Since Linux 6.2 each CPU counts a process's pages in batches of 32, and a program that ends within its first batch
     * was never counted at all: its peak is not 0 but unknown.
     */
    private static OptionalLong peak(long bytes) {
        return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    /** The execution that this line is about, with what its streams hold by now. */
    Execution execution(Invocation invocation, OptionalLong outOfMemoryKillsBefore) {
        CapturedOutput stdout = CapturedOutput.of(invocation.standardOutput());
        CapturedOutput stderr = CapturedOutput.of(invocation.standardError());
        boolean tooLarge = Math.max(stdout.bytes(), stderr.bytes()) >= invocation.outputLimitBytes();
        boolean started = ending != Ending.NOT_STARTED;
        return new Execution(
                outcome(invocation, tooLarge, outOfMemoryKillsBefore),
                started ? Optional.of(usage) : Optional.empty(),
                started ? Optional.of(stamps) : Optional.empty(),
                stdout,
                stderr,
                survivors,
                Instrument.EXACT);
    }

    private Outcome outcome(Invocation invocation, boolean tooLarge, OptionalLong outOfMemoryKillsBefore) {
        return switch (ending) {
            case EXITED -> exited(invocation, tooLarge);
            case SIGNALLED -> signalled(invocation, outOfMemoryKillsBefore);
            case TIMED_OUT -> new Outcome.TimedOut(invocation.timeout());
            case INTERRUPTED -> new Outcome.Interrupted();
            case NOT_STARTED -> new Outcome.NotStarted(reason);
        };
    }

    /** A child that ignores the signal of its limit goes on with its output cut, whatever it then says of itself. */
    private Outcome exited(Invocation invocation, boolean tooLarge) {
        if (tooLarge) {
            return new Outcome.OutputTooLarge(invocation.outputLimitBytes());
        }
        return value == 0 ? new Outcome.Completed() : new Outcome.NonZeroExit(value);
    }

    private Outcome signalled(Invocation invocation, OptionalLong outOfMemoryKillsBefore) {
        if (value == SIGXFSZ) {
            return new Outcome.OutputTooLarge(invocation.outputLimitBytes());
        }
        if (value == SIGKILL && OutOfMemoryKills.count().orElse(0) > outOfMemoryKillsBefore.orElse(Long.MAX_VALUE)) {
            return new Outcome.OutOfMemory("was killed by signal 9 (SIGKILL) while the kernel was killing for memory");
        }
        return new Outcome.KilledBySignal(value);
    }
}
