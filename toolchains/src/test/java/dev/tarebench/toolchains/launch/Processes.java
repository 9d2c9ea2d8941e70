package dev.tarebench.toolchains.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What a test asks of processes that it did not start itself. */
final class Processes {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Processes() {}

    /** The number that a fake child wrote into the file, waiting until it has. */
    static long recordedIn(Path file) throws IOException {
        await("a process id in " + file, () -> file.toFile().length() > 0 && endsInNewline(file));
        return Long.parseLong(Files.readString(file).strip());
    }

    static void awaitEnd(long pid) {
        await("the end of process " + pid, () -> !isAlive(pid));
    }

    static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static boolean endsInNewline(Path file) {
        try {
            return Files.readString(file).endsWith("\n");
        } catch (IOException notYet) {
            return false;
        }
    }
}
