package dev.tarebench.reports.journal;

/**
 * Defines one figure once, for the journal, for JMH's JSON, for every report and for the documentation.
 *
 * @param id its name in JMH's JSON and on the command line ({@code maxRss})
 * @param key its name in the journal, with the unit ({@code maxRssBytes})
 * @param instrument what reads it
 * @param definition exactly what is counted
 * @param error how far off it may be, and what it must not be confused with
 */
public record Metric(
        String id,
        String key,
        String title,
        Unit unit,
        Better better,
        String instrument,
        String definition,
        String error) {
    public Metric {
        if (id.isBlank() || key.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a metric needs an id, a key and a title");
        }
    }
}
