package dev.tarebench.toolchains.tools;

import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.install.Install;
import dev.tarebench.toolchains.install.InstallReader;
import dev.tarebench.toolchains.install.OtherTools;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What every tool's file says first: its id, its name, how to ask its version and how it comes.
 *
 * @param role the placeholder that the program stands behind in the file's own templates, such as {@code engine}
 * @param uses the ids of the other tools that the file's templates name
 */
public record ToolDescription(
        String id, String name, String role, VersionProbe version, Install install, Set<String> uses) {

    /** The other tools that a template may name; each is a placeholder of its own. */
    public static final Set<String> OTHER_TOOLS = Set.of(OtherTools.ZIG);

    public ToolDescription {
        uses = Set.copyOf(uses);
    }

    public static ToolDescription read(Table table, String role, Set<String> placeholders) {
        String id = table.string("id");
        table.optionalString("homepage");
        if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            table.problem("id", "'%s' must be lower-case words joined by '-'".formatted(id));
        }
        return new ToolDescription(
                id,
                table.string("name"),
                role,
                VersionProbe.read(table, placeholders),
                InstallReader.read(table),
                Set.of());
    }

    /** The same tool, whose templates have these placeholders among others. */
    public ToolDescription naming(Set<String> placeholders) {
        Set<String> named = new HashSet<>(placeholders);
        named.retainAll(OTHER_TOOLS);
        named.addAll(uses);
        return new ToolDescription(id, name, role, version, install, named);
    }

    /** The environment variable that names a build of the user's own. */
    public String variable() {
        return "TARE_" + id.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
