package dev.tarebench.benchmarks.plan;

import dev.tarebench.reports.journal.CellDescription;
import dev.tarebench.workloads.Size;
import dev.tarebench.workloads.WorkloadVariant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * One field of the matrix: an operation on a workload on a target.
 *
 * @param containers how many run at once where that is what is measured; a cell for each number
 */
public record Cell(Operation operation, WorkloadVariant workload, Target target, OptionalInt containers) {

    private static final String VARIANT = "~";

    public Cell(Operation operation, WorkloadVariant workload, Target target) {
        this(operation, workload, target, OptionalInt.empty());
    }

    public String id() {
        return operation.prefix() + program()
                + number().map(word -> VARIANT + word).orElse("") + "@" + target.id();
    }

    /** The program and the kind of its image, without the place where it runs. */
    public String program() {
        return workload.id() + target.variant().map(word -> VARIANT + word).orElse("");
    }

    /** Whether the expression names what is not usual about it; {@code images} stands for images of every kind. */
    boolean namedIn(String regex) {
        boolean variants = regex.contains(VARIANT);
        return operation.namedIn(regex)
                && (variants || workload.variant().isEmpty())
                && (variants || target.variant().isEmpty() || regex.contains(Operation.IMAGES));
    }

    /** The cell once for each number of containers where it counts them, and itself elsewhere. */
    public Stream<Cell> times(List<Integer> numbers) {
        return operation == Operation.DENSITY
                ? numbers.stream().map(number -> new Cell(operation, workload, target, OptionalInt.of(number)))
                : Stream.of(this);
    }

    private Optional<String> number() {
        return containers.isPresent() ? Optional.of("x" + containers.getAsInt()) : Optional.empty();
    }

    /**
     * The cell in words that need no catalogue, as results carry it.
     *
     * @param host the platform of this machine
     */
    public CellDescription describe(Size size, String host) {
        return new CellDescription(
                id(),
                operation.word(),
                workload.suite(),
                workload.workload(),
                workload.language(),
                workload.variant().or(this::number).or(target::variant),
                target.id(),
                size.word(),
                target.platform(host),
                target.tier());
    }
}
