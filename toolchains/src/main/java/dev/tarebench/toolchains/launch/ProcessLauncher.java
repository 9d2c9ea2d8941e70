package dev.tarebench.toolchains.launch;

/** The one seam between the plan and the operating system: whatever starts and weighs a process stands behind it. */
public interface ProcessLauncher extends AutoCloseable {

    /** Runs the invocation to its end, or to its timeout, and returns what it used. Never throws for a child's fault. */
    Execution launch(Invocation invocation);

    /** The instrument that read the figures. */
    Instrument instrument();

    @Override
    void close();
}
