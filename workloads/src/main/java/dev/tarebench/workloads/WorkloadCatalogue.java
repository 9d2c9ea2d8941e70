package dev.tarebench.workloads;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.catalogue.TomlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code workloads/<id>/workload.toml}: adding a workload is adding a folder. */
public final class WorkloadCatalogue {

    private static final String DESCRIPTION = "/workload.toml";
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final ResourceFolder folder;
    private final Problems problems;

    private WorkloadCatalogue(ResourceFolder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** Our own workloads and those below {@code workloads} in the user's catalogue. */
    public static List<WorkloadVariant> read(Optional<Path> own, Problems problems) {
        List<ResourceFolder> folders =
                new ArrayList<>(List.of(ResourceFolder.beside(WorkloadCatalogue.class, "tare/workloads")));
        own.map(root -> ResourceFolder.at(root.resolve("workloads"))).ifPresent(folders::add);
        Map<String, WorkloadVariant> found = new LinkedHashMap<>();
        for (ResourceFolder folder : folders) {
            for (WorkloadVariant variant : new WorkloadCatalogue(folder, problems).variants()) {
                if (found.putIfAbsent(variant.id(), variant) != null) {
                    problems.add(folder.toString(), "id", "'%s' comes twice".formatted(variant.id()));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private List<WorkloadVariant> variants() {
        List<WorkloadVariant> variants = new ArrayList<>();
        for (String name : folder.list()) {
            if (name.endsWith(DESCRIPTION)) {
                CatalogueFile file =
                        new CatalogueFile("workloads/" + name, new String(folder.read(name), StandardCharsets.UTF_8));
                TomlReader.parse(file, problems).ifPresent(table -> {
                    String place = name.substring(0, name.length() - DESCRIPTION.length());
                    variants.addAll(workload(place, table));
                    table.finish();
                });
            }
        }
        return variants;
    }

    private List<WorkloadVariant> workload(String place, Table table) {
        String id = table.string("id");
        if (!id.equals(place)) {
            table.problem("id", "'%s' must be the name of its folder, '%s'".formatted(id, place));
        }
        String suite = table.string("suite");
        String title = table.string("title");
        boolean marked = !table.has("marked") || table.flag("marked");
        Map<Size, SizedRun> sizes = sizes(table);
        return table.strings("languages").stream()
                .map(language -> new WorkloadVariant(
                        suite,
                        id,
                        Optional.of(language),
                        Optional.empty(),
                        title,
                        source(place, language, marked),
                        sizes,
                        Set.copyOf(table.optionalStrings("needs")),
                        marked))
                .toList();
    }

    /** A guest that marks nothing has no use for the shared source, which owns {@code main}. */
    private GuestSource source(String place, String language, boolean marked) {
        ResourceFolder own = folder.child(place + "/" + language);
        Map<String, byte[]> files = marked ? new HashMap<>(SharedSources.of(language)) : new HashMap<>();
        own.list().forEach(name -> files.put(name, own.read(name)));
        List<String> compiled = new ArrayList<>(files.keySet().stream()
                .filter(name -> name.endsWith(".c"))
                .sorted()
                .toList());
        return new GuestSource(language, files, compiled, Map.of());
    }

    private static Map<Size, SizedRun> sizes(Table table) {
        Map<Size, SizedRun> sizes = new EnumMap<>(Size.class);
        table.entries("sizes", WorkloadCatalogue::run).forEach((word, run) -> {
            if (word.equals("any")) {
                Size.words().values().forEach(size -> sizes.putIfAbsent(size, run));
            } else {
                Optional.ofNullable(Size.words().get(word)).ifPresent(size -> sizes.put(size, run));
            }
        });
        return sizes;
    }

    private static SizedRun run(Table table) {
        String expected = table.string("expected");
        if (!expected.matches("[0-9a-f]{64}")) {
            table.problem("expected", "must be a SHA-256 in hexadecimal");
            expected = NOTHING;
        }
        return new SizedRun(Map.of(), table.optionalStrings("arguments"), List.of(), expected);
    }
}
