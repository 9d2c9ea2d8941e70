package dev.tarebench.reports.comparison;

import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.reports.journal.Metric;
import dev.tarebench.reports.results.CellResult;
import dev.tarebench.reports.results.Run;
import dev.tarebench.reports.results.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A program in a container beside the same program outside: a native one beside {@code native}, a Wasm one beside the
 * same engine in a mode of the same tier. What is between the two is what the container costs.
 */
public record Containment(CellResult inside, CellResult outside) {
    private static final String NATIVE = "native";

    /** What a container's target begins with, before the base or the engine. */
    private static final Set<String> FRONTS = Set.of("docker", "ctr", "runc", "crun", "podman", "runwasi");

    /** Every container of a run that has its like outside, family by family. */
    public static List<Containment> of(Run run) {
        List<Containment> found = new ArrayList<>();
        for (List<CellResult> family : run.families().values()) {
            for (CellResult cell : family) {
                if (isInside(cell.cell()) && cell.count() > 0) {
                    family.stream()
                            .filter(other -> other.count() > 0 && isLike(other.cell(), cell.cell()))
                            .findFirst()
                            .ifPresent(other -> found.add(new Containment(cell, other)));
                }
            }
        }
        return List.copyOf(found);
    }

    static boolean isInside(CellDescription cell) {
        return FRONTS.contains(words(cell).get(0));
    }

    private static boolean isLike(CellDescription outside, CellDescription inside) {
        if (isInside(outside)) {
            return false;
        }
        return inside.tier().isEmpty()
                ? outside.target().equals(NATIVE)
                : outside.tier().equals(inside.tier())
                        && words(outside).get(0).equals(engine(inside).orElse(""));
    }

    /** The first word that is no front: {@code wasmtime} of {@code docker-runwasi-wasmtime-aot}. */
    private static Optional<String> engine(CellDescription cell) {
        return words(cell).stream().filter(word -> !FRONTS.contains(word)).findFirst();
    }

    private static List<String> words(CellDescription cell) {
        return Arrays.asList(cell.target().split("-", -1));
    }

    /** By how much the median inside is above the one outside; absent unless both were measured by this instrument. */
    public OptionalDouble difference(Metric metric) {
        Optional<Double> within = inside.of(metric).map(Samples::median);
        Optional<Double> without = outside.of(metric).map(Samples::median);
        return within.isPresent() && without.isPresent()
                ? OptionalDouble.of(within.get() - without.get())
                : OptionalDouble.empty();
    }
}
