package dev.tarebench.workloads;

import dev.tarebench.toolchains.catalogue.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Further compiler arguments of a guest: for both sides of the comparison, and for one. */
record GuestFlags(List<String> both, List<String> natives, List<String> wasm) {

    static final GuestFlags NONE = new GuestFlags(List.of(), List.of(), List.of());

    /** The lists that a table has; each stands in the place of another's list of that name. */
    record Overlay(Optional<List<String>> both, Optional<List<String>> natives, Optional<List<String>> wasm) {

        static Overlay read(Table table) {
            return new Overlay(given(table, "flags"), given(table, "native-flags"), given(table, "wasm-flags"));
        }

        GuestFlags over(GuestFlags other) {
            return new GuestFlags(
                    both.orElse(other.both()), natives.orElse(other.natives()), wasm.orElse(other.wasm()));
        }
    }

    /** A list of texts, if the table has it. */
    static Optional<List<String>> given(Table table, String key) {
        List<String> texts = table.optionalStrings(key);
        return table.has(key) ? Optional.of(texts) : Optional.empty();
    }

    Map<String, List<String>> bySide() {
        return Map.of(GuestSource.NATIVE, joined(natives), GuestSource.WASM, joined(wasm));
    }

    private List<String> joined(List<String> side) {
        List<String> flags = new ArrayList<>(both);
        flags.addAll(side);
        return List.copyOf(flags);
    }
}
