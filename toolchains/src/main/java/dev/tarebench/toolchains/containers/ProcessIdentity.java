package dev.tarebench.toolchains.containers;

import java.time.Instant;
import java.util.Optional;

/** A process that cannot be mistaken for a later one with its number: the start is part of it. */
public record ProcessIdentity(long pid, long startedMillis) {

    /** This process. */
    public static ProcessIdentity current() {
        return of(ProcessHandle.current())
                .orElseThrow(() -> new IllegalStateException("the system does not tell when this process started"));
    }

    static Optional<ProcessIdentity> of(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .map(start -> new ProcessIdentity(process.pid(), start));
    }

    public boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(ProcessIdentity::of)
                .filter(this::equals)
                .isPresent();
    }
}
