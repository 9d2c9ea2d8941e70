package dev.tarebench.toolchains.bases;

import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.toolchains.template.TemplateReader;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How images are made on a base of which nobody takes the compiler and the sources away again.
 *
 * @param packages what the system has beside its own
 * @param builds the compiler's command by language
 */
public record FatRecipe(List<String> packages, Map<String, ArgumentTemplate> builds) {

    private static final Set<String> PLACEHOLDERS = Set.of("defines", "name", "value", "flags", "output", "sources");

    public FatRecipe {
        packages = List.copyOf(packages);
        builds = Map.copyOf(builds);
    }

    static FatRecipe read(Table table) {
        FatRecipe recipe = new FatRecipe(
                table.strings("packages"),
                table.entries("builds", build -> TemplateReader.required(build, "command", PLACEHOLDERS)));
        table.finish();
        return recipe;
    }

    /** The one Dockerfile of this kind, with places for base, owner, folder and command. */
    public static String dockerfile() {
        byte[] file = ResourceFolder.beside(ToolDescription.class, "tare/bases").read("fat.Dockerfile");
        return new String(file, StandardCharsets.UTF_8);
    }
}
