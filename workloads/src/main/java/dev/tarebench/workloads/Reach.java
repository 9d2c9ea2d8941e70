package dev.tarebench.workloads;

import java.util.Optional;
import java.util.Set;

/**
 * How far a program reaches: on which side of the comparison it exists, and what is measured of it.
 *
 * @param side {@link GuestSource#NATIVE} or {@link GuestSource#WASM} where the other side would be the same program
 * @param operations what is measured of it; empty for everything but density, which counts programs that never end
 * @param interpreter the language that it is interpreted in, for a program that is not compiled
 * @param method the algorithm, where it is another one than that of the workload's other languages
 */
public record Reach(
        Optional<String> side, Set<String> operations, Optional<String> interpreter, Optional<String> method) {

    static final Set<String> OPERATIONS =
            Set.of("run", "prolonged", "create-start", "pull", "pull-shared", "size", "density");

    static final Reach EVERYWHERE = new Reach(Optional.empty(), Set.of(), Optional.empty(), Optional.empty());

    public Reach {
        operations = Set.copyOf(operations);
    }

    /** Whether the program exists for a place to run, such as {@code native-v3}. */
    public boolean includes(String place) {
        return side.isEmpty() || side.get().equals(GuestSource.side(place));
    }

    public boolean allows(String operation) {
        return operations.isEmpty() ? !operation.equals("density") : operations.contains(operation);
    }
}
