package dev.tarebench.workloads;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.catalogue.TomlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds {@code workloads/<id>/workload.toml}: adding a workload is adding a folder. */
public final class WorkloadCatalogue {

    private static final String DESCRIPTION = "/workload.toml";

    private WorkloadCatalogue() {}

    /** Our own workloads and those below {@code workloads} in the user's catalogue. */
    public static List<WorkloadVariant> read(Optional<Path> own, Problems problems) {
        List<ResourceFolder> folders =
                new ArrayList<>(List.of(ResourceFolder.beside(WorkloadCatalogue.class, "tare/workloads")));
        own.map(root -> ResourceFolder.at(root.resolve("workloads"))).ifPresent(folders::add);
        Map<String, WorkloadVariant> found = new LinkedHashMap<>();
        for (ResourceFolder folder : folders) {
            for (WorkloadVariant variant : variants(folder, problems)) {
                if (found.putIfAbsent(variant.id(), variant) != null) {
                    problems.add(folder.toString(), "id", "'%s' comes twice".formatted(variant.id()));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static List<WorkloadVariant> variants(ResourceFolder folder, Problems problems) {
        List<String> names = folder.list();
        GuestFiles files = new GuestFiles(folder, names);
        List<WorkloadVariant> variants = new ArrayList<>();
        for (String name : names) {
            if (name.endsWith(DESCRIPTION)) {
                CatalogueFile file =
                        new CatalogueFile("workloads/" + name, new String(folder.read(name), StandardCharsets.UTF_8));
                String place = name.substring(0, name.length() - DESCRIPTION.length());
                TomlReader.parse(file, problems).ifPresent(table -> {
                    variants.addAll(WorkloadReader.read(place, table, files));
                    table.finish();
                });
            }
        }
        return variants;
    }
}
