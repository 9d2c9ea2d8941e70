package dev.tarebench.toolchains.containers;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.tools.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fronts that travel with the code, as if each were found at one place. */
final class Fronts {

    private static final ResourceFolder FOLDER = ResourceFolder.beside(ContainerFront.class, "tare/containers");

    private Fronts() {}

    static Map<String, ContainerFront> ours() {
        Problems problems = new Problems();
        Map<String, ContainerFront> fronts = FrontCatalogue.read(FOLDER.tomlFiles(), problems);
        problems.throwIfAny();
        return fronts;
    }

    static String text(String id) {
        return FOLDER.tomlFiles().stream()
                .filter(file -> file.stem().equals(id))
                .map(CatalogueFile::text)
                .findFirst()
                .orElseThrow();
    }

    static ContainerEngine engine(String id) {
        ContainerFront front = Optional.ofNullable(ours().get(id)).orElseThrow();
        Path file = Path.of("/usr/bin", id);
        Tool tool = new Tool(
                front.tool(), file, List.of(file.toString()), Map.of(), "1.0", "0".repeat(64), Tool.Origin.PATH);
        Optional<String> socket = front.socket().map(place -> "/run/engine.sock");
        return new ContainerEngine(front, tool, tool.start(), socket, Optional.empty(), Path.of("/cache/state", id));
    }
}
