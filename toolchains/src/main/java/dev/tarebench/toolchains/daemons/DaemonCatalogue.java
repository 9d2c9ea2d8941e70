package dev.tarebench.toolchains.daemons;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.TomlReader;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code daemons/*.toml}: where the daemons come from that a run starts for itself. */
public final class DaemonCatalogue {

    private static final String ROLE = "dockerd";

    private DaemonCatalogue() {}

    public static Map<String, ToolDescription> read(List<CatalogueFile> files, Problems problems) {
        return TomlReader.readAll(
                files, problems, table -> ToolDescription.read(table, ROLE, Set.of(ROLE)), ToolDescription::id);
    }
}
