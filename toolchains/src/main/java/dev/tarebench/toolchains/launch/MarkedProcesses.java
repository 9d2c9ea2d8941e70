package dev.tarebench.toolchains.launch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Finds what a child of the fallback left behind. A JVM is no subreaper: it loses sight of a daemon's process. But a
 * process inherits its environment, so a variable that no other execution has tells its own processes from all others.
 */
final class MarkedProcesses {

    static final String VARIABLE = "TARE_EXECUTION";
    private static final int SWEEPS = 50;

    private final String mark = UUID.randomUUID().toString();

    String mark() {
        return mark;
    }

    /** Kills all that carry the mark, until a look finds none, and returns how many there were. */
    int kill() {
        Set<Long> killed = new HashSet<>();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            Set<ProcessHandle> alive = new HashSet<>();
            ProcessHandle.allProcesses().filter(this::carriesMark).forEach(alive::add);
            if (alive.isEmpty()) {
                break;
            }
            alive.forEach(process -> {
                killed.add(process.pid());
                process.destroyForcibly();
            });
        }
        return killed.size();
    }

    /** A process that has ended has no environment any more, be it reaped or not. */
    private boolean carriesMark(ProcessHandle process) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
            return new String(environment, ISO_8859_1).contains(VARIABLE + "=" + mark);
        } catch (IOException goneOrForeign) {
            return false;
        }
    }
}
