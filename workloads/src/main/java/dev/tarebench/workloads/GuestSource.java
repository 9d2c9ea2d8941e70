package dev.tarebench.workloads;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A guest's sources as they are laid out for the compiler, in one folder.
 *
 * @param files relative path to content; the shared source of the language is among them
 * @param compiled the files that are named to the compiler
 * @param flags further compiler arguments by place to run, such as {@code -msimd128} for wasm
 */
public record GuestSource(
        String language, Map<String, byte[]> files, List<String> compiled, Map<String, List<String>> flags) {

    public GuestSource {
        files = new TreeMap<>(files);
        compiled = List.copyOf(compiled);
        flags = Map.copyOf(flags);
    }

    public List<String> flagsFor(String place) {
        return flags.getOrDefault(place, List.of());
    }

    /** The first line of the first compiled file: what the guest says that it is. */
    public String firstLine() {
        return new String(files.get(compiled.get(0)), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
    }
}
