package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.plan.Cell;

/**
 * A cell that is ready to be executed any number of times.
 *
 * <p>Four steps, of which JMH times the second alone: {@link #before} lays out what one execution needs,
 * {@link #execute} is the execution, {@link #after} judges it, and {@link #clear} leaves nothing behind.
 */
public interface Measurable {

    Cell cell();

    /** Lays out a fresh place for one execution. */
    void before(int paddingBytes);

    /** The execution itself; nothing else belongs here, for it is timed. */
    void execute();

    /** Verifies and reads the figures. */
    Trial after();

    /** Removes what the execution left, once what is worth keeping was kept. */
    void clear();
}
