package dev.tarebench.toolchains.compilers;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.catalogue.TomlReader;
import dev.tarebench.toolchains.template.TemplateReader;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code compilers/*.toml}. */
public final class CompilerCatalogue {

    private static final Set<String> TOOL = Set.of("compiler", "install", "hosts");

    /** {@code work} holds the sources, {@code cache} what the compiler fetched or keeps. */
    private static final Set<String> PLACES =
            Set.of("compiler", "install", "hosts", "cache", "work", "output", "program");

    private static final Set<String> LISTS = Set.of("defines", "name", "value", "flags", "sources");

    private CompilerCatalogue() {}

    public static Map<String, Compiler> read(List<CatalogueFile> files, Problems problems) {
        return TomlReader.readAll(files, problems, CompilerCatalogue::compiler, Compiler::id);
    }

    private static Compiler compiler(Table table) {
        ToolDescription tool = ToolDescription.read(table, "compiler", TOOL);
        long preference = table.optionalInteger("preference").orElse(0L);
        Map<String, String> environment = TemplateReader.texts(table, "environment", PLACES);
        Map<String, Map<String, Build>> builds = new LinkedHashMap<>();
        table.optionalTable("builds")
                .ifPresent(all -> all.names()
                        .forEach(place -> builds.put(place, all.entries(place, build -> build(build, environment)))));
        return new Compiler(tool, preference, builds);
    }

    private static Build build(Table table, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(TemplateReader.texts(table, "environment", PLACES));
        Set<String> everywhere = new HashSet<>(PLACES);
        everywhere.addAll(LISTS);
        return new Build(
                TemplateReader.required(table, "command", everywhere),
                all,
                TemplateReader.text(table, "product", PLACES));
    }
}
