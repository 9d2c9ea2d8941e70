package dev.tarebench.reports.journal;

/** Says which way a metric gets better, so that no reader has to know it by heart. */
public enum Better {
    LOWER,
    HIGHER,
    NEUTRAL
}
