package dev.tarebench.toolchains.compilers;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.catalogue.TomlReader;
import dev.tarebench.toolchains.template.TemplateReader;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code compilers/*.toml}. */
public final class CompilerCatalogue {

    private static final Set<String> TOOL = Set.of("compiler", "install", "hosts");
    private static final Set<String> BUILD =
            Set.of("compiler", "install", "hosts", "cache", "defines", "name", "value", "flags", "output", "sources");

    private CompilerCatalogue() {}

    public static Map<String, Compiler> read(List<CatalogueFile> files, Problems problems) {
        return TomlReader.readAll(files, problems, CompilerCatalogue::compiler, Compiler::id);
    }

    private static Compiler compiler(Table table) {
        ToolDescription tool = ToolDescription.read(table, "compiler", TOOL);
        long preference = table.optionalInteger("preference").orElse(0L);
        Map<String, String> environment = table.texts("environment");
        Map<String, Map<String, Build>> builds = new java.util.LinkedHashMap<>();
        table.optionalTable("builds")
                .ifPresent(all -> all.names()
                        .forEach(place -> builds.put(place, all.entries(place, build -> build(build, environment)))));
        return new Compiler(tool, preference, builds);
    }

    private static Build build(Table table, Map<String, String> environment) {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.putAll(table.texts("environment"));
        return new Build(TemplateReader.required(table, "command", BUILD), all, table.optionalString("product"));
    }
}
