package dev.tarebench.toolchains.command;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.zeroturnaround.exec.ProcessExecutor;
import org.zeroturnaround.exec.StartedProcess;

/**
 * The commands that run now, which end with this process. Those that are started after its end has begun are what cleans
 * up behind it, so they are left to do it: zt-exec 1.13 itself would end each of them at once.
 */
final class RunningCommands {

    private static final RunningCommands ALL = new RunningCommands();

    private final Set<Process> running = new HashSet<>();

    private RunningCommands() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::end, "running-commands"));
        } catch (IllegalStateException ending) {
            // The end has begun already, and nothing ran before it.
            return;
        }
    }

    static RunningCommands all() {
        return ALL;
    }

    /** Starts one and takes note of it in one step, so that none slips through. */
    synchronized StartedProcess start(ProcessExecutor executor) throws IOException {
        StartedProcess started = executor.start();
        running.add(started.getProcess());
        return started;
    }

    synchronized void ended(StartedProcess started) {
        running.remove(started.getProcess());
    }

    /** Ends whatever runs, at once: nobody is left to wait for it. */
    synchronized void kill() {
        running.forEach(Command::killTree);
    }

    private synchronized void end() {
        running.forEach(Process::destroy);
    }
}
