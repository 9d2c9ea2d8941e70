package dev.tarebench.workloads;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A guest's sources as they are laid out for the compiler, in one folder.
 *
 * @param name what the program is called where its compiler wants to know
 * @param files relative path to content; the shared source of the language is among them
 * @param folder the folder among the files in which the compiler works; empty for the top
 * @param compiled the files that are named to the compiler, relative to {@code folder}
 * @param flags further compiler arguments by side, {@link #NATIVE} or {@link #WASM}, such as {@code -msimd128}
 */
public record GuestSource(
        String name,
        String language,
        Map<String, byte[]> files,
        String folder,
        List<String> compiled,
        Map<String, List<String>> flags) {

    public static final String NATIVE = "native";
    public static final String WASM = "wasm";

    /** Begins an argument that holds all others; the shared source of every language takes it apart. */
    public static final String WORDS = "--tare-words";

    public GuestSource {
        files = new TreeMap<>(files);
        compiled = List.copyOf(compiled);
        flags = Map.copyOf(flags);
    }

    /** A program that lies at the top of its folder and has no name of its own. */
    public GuestSource(
            String language, Map<String, byte[]> files, List<String> compiled, Map<String, List<String>> flags) {
        this("program", language, files, "", compiled, flags);
    }

    public List<String> flagsFor(String place) {
        return flags.getOrDefault(side(place), List.of());
    }

    /** Native programs of whatever kind on one side, modules on the other. */
    static String side(String place) {
        return place.startsWith(NATIVE) ? NATIVE : WASM;
    }

    /** The first line of the first compiled file: what the guest says that it is. */
    public String firstLine() {
        return new String(files.get(compiled.get(0)), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
    }
}
