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
 * @param commands what compiles it in the image, one after the other
 */
public record FatRecipe(List<String> packages, List<ArgumentTemplate> commands) {

    /** {@code dependencies} holds what the guest's compiler fetched. */
    private static final Set<String> PLACEHOLDERS =
            Set.of("defines", "dependencies", "name", "value", "flags", "output", "program", "sources");

    public FatRecipe {
        packages = List.copyOf(packages);
        commands = List.copyOf(commands);
    }

    static FatRecipe read(Table table) {
        List<ArgumentTemplate> commands = TemplateReader.steps(table, "command", PLACEHOLDERS);
        if (commands.isEmpty()) {
            table.problem("command", "is missing");
        }
        return new FatRecipe(table.strings("packages"), commands);
    }

    /** The one Dockerfile of this kind, with places for base, owner, folder and commands. */
    public static String dockerfile() {
        byte[] file = ResourceFolder.beside(ToolDescription.class, "tare/bases").read("fat.Dockerfile");
        return new String(file, StandardCharsets.UTF_8);
    }
}
