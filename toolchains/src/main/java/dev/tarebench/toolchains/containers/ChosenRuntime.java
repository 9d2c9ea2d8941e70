package dev.tarebench.toolchains.containers;

import java.util.Map;
import java.util.Optional;

/**
 * What runs a container in place of the engine's own runtime.
 *
 * @param name a containerd shim by its runtime's name
 * @param program a program that takes runc's place below the usual shim
 * @param annotations what that program reads its own choices from
 */
public record ChosenRuntime(Optional<String> name, Optional<String> program, Map<String, String> annotations) {

    /** The engine's own. */
    public static final ChosenRuntime USUAL = new ChosenRuntime(Optional.empty(), Optional.empty(), Map.of());

    public ChosenRuntime {
        annotations = Map.copyOf(annotations);
    }

    public static ChosenRuntime shim(String name) {
        return new ChosenRuntime(Optional.of(name), Optional.empty(), Map.of());
    }
}
