package dev.tarebench.toolchains.engines;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.catalogue.TomlReader;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.toolchains.template.TemplateReader;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code engines/*.toml}: adding a runtime is adding a file. */
public final class EngineCatalogue {

    private static final Set<String> TOOL = Set.of("engine", "install", "hosts");
    private static final Set<String> COMPILE =
            with(with(TOOL, ToolDescription.OTHER_TOOLS), Set.of("module", "compiled", "scratch"));
    private static final Set<String> RUN =
            with(COMPILE, Set.of("args", "dirs", "host", "guest", "env", "name", "value", "cache"));

    private static final Set<String> ENVIRONMENT = Set.of("install", "hosts", "module", "cache");

    private EngineCatalogue() {}

    public static Map<String, Engine> read(List<CatalogueFile> files, Problems problems) {
        return TomlReader.readAll(files, problems, EngineCatalogue::engine, Engine::id);
    }

    private static Engine engine(Table table) {
        ToolDescription tool = ToolDescription.read(table, "engine", TOOL);
        Map<String, Lack> lacks = Lack.read(table);
        if (!table.has("modes")) {
            table.problem("modes", "is missing: an engine has at least one");
        }
        Map<String, Mode> modes = new LinkedHashMap<>();
        table.optionalTable("modes")
                .ifPresent(all -> all.names()
                        .forEach(id -> all.optionalTable(id).ifPresent(mode -> modes.put(id, mode(id, mode, lacks)))));
        return new Engine(tool.naming(placeholders(modes.values())), folder(table), modes);
    }

    private static String folder(Table table) {
        String folder = table.optionalString("folder").orElse(Engine.ROOT);
        if (!folder.startsWith(Engine.ROOT)) {
            table.problem("folder", "is '%s', but a guest's name of its folder begins with /".formatted(folder));
        }
        return folder;
    }

    private static Mode mode(String id, Table table, Map<String, Lack> inherited) {
        Optional<Tier> tier = table.word("tier", Tier.words());
        List<ArgumentTemplate> compile = TemplateReader.steps(table, "compile", COMPILE);
        ArgumentTemplate run = TemplateReader.required(table, "run", RUN);
        if (run.placeholders().contains("compiled") && compile.isEmpty()) {
            table.problem("run", "uses {compiled}, but the mode has no 'compile'");
        }
        Map<String, Lack> lacks = new HashMap<>(inherited);
        lacks.putAll(Lack.read(table));
        Mode mode = new Mode(
                id,
                tier.orElse(Tier.INTERPRETER),
                compile,
                run,
                TemplateReader.texts(table, "environment", ENVIRONMENT),
                table.optionalString("cache-entries"),
                table.has("fallback") ? table.pattern("fallback") : Optional.empty(),
                lacks);
        table.finish();
        return mode;
    }

    /** What all templates of the modes name. */
    private static Set<String> placeholders(Collection<Mode> modes) {
        return modes.stream()
                .flatMap(mode -> Stream.concat(mode.compile().stream(), Stream.of(mode.run())))
                .flatMap(template -> template.placeholders().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> with(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
