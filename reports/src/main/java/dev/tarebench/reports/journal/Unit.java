package dev.tarebench.reports.journal;

/** What a stored integer counts, and how it is shown. */
public enum Unit {
    NANOSECONDS("ns", "ms", 1e-6),
    BYTES("B", "MiB", 1.0 / (1 << 20)),
    COUNT("", "", 1);

    private final String stored;
    private final String shown;
    private final double scale;

    Unit(String stored, String shown, double scale) {
        this.stored = stored;
        this.shown = shown;
        this.scale = scale;
    }

    /** The unit in the journal. */
    public String stored() {
        return stored;
    }

    /** The unit in a report, and in JMH's JSON. */
    public String shown() {
        return shown;
    }

    /** What a stored figure is multiplied with to be shown. */
    public double scale() {
        return scale;
    }
}
