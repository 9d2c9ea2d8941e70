package dev.tarebench.benchmarks.faults;

/**
 * One thing that goes wrong; the table in {@code docs/faults.md} is made of these.
 *
 * @param what what goes wrong
 * @param injected how the test makes it go wrong
 * @param outcome what Tare makes of it
 * @param proof injects it and asserts the outcome
 */
record Fault(String what, String injected, String outcome, Proof proof) {

    /** Does it for real; that nothing is left over is asserted by the caller. */
    @FunctionalInterface
    interface Proof {
        void on(Ground ground) throws Exception;
    }

    @Override
    public String toString() {
        return what;
    }
}
