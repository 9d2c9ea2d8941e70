package dev.tarebench.toolchains.bases;

import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.toolchains.template.TemplateReader;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How images of one language's programs are made on a base of which nobody takes the compiler and the sources away again.
 *
 * @param packages what the system has beside its own
 * @param command the compiler's, in an image
 * @param product where in the image the compiler leaves the program, when it cannot be told to write {@code {output}}
 */
public record FatRecipe(List<String> packages, ArgumentTemplate command, Optional<ArgumentTemplate> product) {

    /** {@code work} holds the sources, {@code dependencies} what the guest's compiler fetched for them. */
    private static final Set<String> PLACES = Set.of("work", "dependencies", "output", "program");

    private static final Set<String> LISTS = Set.of("defines", "name", "value", "flags", "sources");

    public FatRecipe {
        packages = List.copyOf(packages);
    }

    static FatRecipe read(Table table) {
        Set<String> everywhere = new HashSet<>(PLACES);
        everywhere.addAll(LISTS);
        return new FatRecipe(
                table.strings("packages"),
                TemplateReader.required(table, "command", everywhere),
                TemplateReader.text(table, "product", PLACES));
    }

    /** The one Dockerfile of this kind, with places for base, owner, folder, command and program. */
    public static String dockerfile() {
        byte[] file = ResourceFolder.beside(ToolDescription.class, "tare/bases").read("fat.Dockerfile");
        return new String(file, StandardCharsets.UTF_8);
    }
}
