package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.command.SearchPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * On what terms a tool comes, whatever its kind: what that costs, and which programs of the system must be there.
 *
 * @param needs programs that must be on the PATH
 * @param remedy what to tell when one is missing, in place of their names
 */
public record Terms(Cost cost, List<String> needs, Optional<String> remedy) {

    private static final Duration LEAST_TIMEOUT = Duration.ofMinutes(60);

    /** A loaded machine, or one that fetches slowly, takes several times as long as one that does nothing else. */
    private static final int PATIENCE = 8;

    private static final double USUAL_MINUTES = 0.5;

    public Terms {
        needs = List.copyOf(needs);
    }

    static Terms read(Table table) {
        boolean slow = table.has("cost")
                && table.word("cost", Map.of("cheap", false, "slow", true)).orElse(false);
        double minutes = table.optionalNumber("minutes").orElse(USUAL_MINUTES);
        if (minutes <= 0) {
            table.problem("minutes", "must be more than 0");
        }
        return new Terms(
                new Cost(slow, Duration.ofMillis(Math.round(minutes * 60_000))),
                table.optionalStrings("needs"),
                table.optionalString("remedy"));
    }

    /** The first thing that stands in the way: a program of the table's or of the package client's that is missing. */
    Optional<Obstacle> obstacle(List<String> clients, Workshop workshop) {
        SearchPath path = new SearchPath(workshop.environment().getOrDefault("PATH", ""));
        List<String> missing = java.util.stream.Stream.concat(clients.stream(), needs.stream())
                .distinct()
                .filter(program -> path.find(program).isEmpty())
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        "what brings it is not on the PATH: " + String.join(", ", missing),
                        remedy.orElse(
                                "install %s with the system's packages".formatted(String.join(" and ", missing)))));
    }

    /** When a package client that is still at work is taken for one that hangs. */
    Duration timeout() {
        Duration patient = cost.expected().multipliedBy(PATIENCE);
        return patient.compareTo(LEAST_TIMEOUT) > 0 ? patient : LEAST_TIMEOUT;
    }
}
