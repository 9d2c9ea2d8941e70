package dev.tarebench.workloads;

import dev.tarebench.toolchains.catalogue.ResourceFolder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays a guest's own sources and its language's shared source out as they lie in the project, so that the paths by which
 * a crate or a module names the shared one hold.
 */
final class GuestFiles {

    private static final String SHARED = "shared/";
    private static final String UP = "../../" + SHARED;

    /** By which the sources of a guest name the shared source of their language. */
    private static final Map<String, String> MENTIONS =
            Map.of("c", "\"tare.h\"", "cpp", "\"tare.h\"", "rust", UP + "rust", "go", UP + "go");

    /** A dialect has no shared source of its own. */
    private static final Map<String, String> DIALECT_OF = Map.of("cpp", "c", "tinygo", "go");

    /** Where files do not end as their language is called. */
    private static final Map<String, String> ENDINGS = Map.of("python", "py");

    private final ResourceFolder folder;
    private final List<String> names;

    /** @param names every file below {@code folder}, since listing a jar is not free */
    GuestFiles(ResourceFolder folder, List<String> names) {
        this.folder = folder;
        this.names = List.copyOf(names);
    }

    /** A guest as it is laid out; it marks nothing when it does not use the shared source. */
    record Layout(GuestSource source, boolean marked) {}

    boolean has(String own) {
        return names.stream().anyMatch(name -> name.startsWith(own + "/"));
    }

    /** @param own the folder of the guest's sources, {@code <id>/<source>} */
    Layout of(String id, String language, String own, Map<String, List<String>> flags) {
        Map<String, byte[]> files = new HashMap<>();
        names.stream().filter(name -> name.startsWith(own + "/")).forEach(name -> files.put(name, folder.read(name)));
        String shared = DIALECT_OF.getOrDefault(language, language);
        boolean marked = files.values().stream()
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .anyMatch(text -> text.contains(MENTIONS.getOrDefault(shared, UP + shared)));
        List<String> compiled = new ArrayList<>(compiled(own, language, files));
        if (marked) {
            SharedSources.of(shared).forEach((name, content) -> files.put(SHARED + shared + "/" + name, content));
            if (shared.equals("c")) {
                compiled.add(UP + "c/tare.c");
            }
        }
        return new Layout(
                new GuestSource(id, language, files, own, compiled, shared.equals("c") ? including(flags) : flags),
                marked);
    }

    /** C, C++ and scripts want their files named; the others find them by themselves. */
    private static List<String> compiled(String own, String language, Map<String, byte[]> files) {
        String ending = "." + ENDINGS.getOrDefault(language, language);
        return files.keySet().stream()
                .map(name -> name.substring(own.length() + 1))
                .filter(name -> !name.contains("/") && name.endsWith(ending))
                .sorted()
                .toList();
    }

    private static Map<String, List<String>> including(Map<String, List<String>> flags) {
        Map<String, List<String>> all = new HashMap<>();
        for (String side : List.of(GuestSource.NATIVE, GuestSource.WASM)) {
            List<String> more = new ArrayList<>(List.of("-I" + UP + "c"));
            more.addAll(flags.getOrDefault(side, List.of()));
            all.put(side, more);
        }
        return all;
    }
}
