package dev.tarebench.toolchains.launch;

/** The one seam between the plan and the operating system: whatever starts and weighs a process stands behind it. */
public interface ProcessLauncher extends AutoCloseable {

    /**
     * Runs the invocation to its end, or to its timeout, and returns what it used. Never throws for a child's fault.
     *
     * @throws LauncherFailed if the launcher itself no longer works; what to do then is the caller's matter
     */
    Execution launch(Invocation invocation);

    /** The instrument that read the figures. */
    Instrument instrument();

    /** Ends the running child if there is one: its launch, in whatever thread, then returns as interrupted. */
    @Override
    void close();
}
