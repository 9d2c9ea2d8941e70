package dev.tarebench.toolchains.bases;

import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.toolchains.template.TemplateReader;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * How images of one language's programs are made on a base of which nobody takes the compiler and the sources away again.
 *
 * @param packages what the system has beside its own
 * @param command the compiler's, in an image
 */
public record FatRecipe(List<String> packages, ArgumentTemplate command) {

    /** {@code dependencies} holds what the guest's compiler fetched. */
    private static final Set<String> PLACEHOLDERS =
            Set.of("defines", "dependencies", "name", "value", "flags", "output", "program", "sources");

    public FatRecipe {
        packages = List.copyOf(packages);
    }

    static FatRecipe read(Table table) {
        return new FatRecipe(table.strings("packages"), TemplateReader.required(table, "command", PLACEHOLDERS));
    }

    /** The one Dockerfile of this kind, with places for base, owner, folder and command. */
    public static String dockerfile() {
        byte[] file = ResourceFolder.beside(ToolDescription.class, "tare/bases").read("fat.Dockerfile");
        return new String(file, StandardCharsets.UTF_8);
    }
}
