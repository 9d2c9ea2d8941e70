package dev.tarebench.toolchains.handlers;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problems;
import dev.tarebench.toolchains.catalogue.Table;
import dev.tarebench.toolchains.catalogue.TomlReader;
import dev.tarebench.toolchains.containers.ExitCode;
import dev.tarebench.toolchains.engines.Lack;
import dev.tarebench.toolchains.engines.Tier;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.toolchains.template.TemplateReader;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code handlers/*.toml}: adding a shim or a handler of crun's is adding a file. */
public final class HandlerCatalogue {

    private static final String ROLE = "handler";
    private static final Set<String> TOOL = Set.of(ROLE, "install");
    private static final Set<String> COMPILE = Set.of(ROLE, "install", "module", "compiled");

    private HandlerCatalogue() {}

    public static Map<String, Handler> read(List<CatalogueFile> files, Problems problems) {
        return TomlReader.readAll(files, problems, HandlerCatalogue::handler, Handler::id);
    }

    private static Handler handler(Table table) {
        ToolDescription tool = ToolDescription.read(table, ROLE, TOOL);
        List<String> fronts = table.strings("fronts");
        if (fronts.isEmpty()) {
            table.problem("fronts", "must name at least one");
        }
        Map<String, Lack> lacks = Lack.read(table);
        Map<String, Form> forms = new LinkedHashMap<>();
        Table all = table.table("forms");
        all.names().forEach(id -> all.optionalTable(id).ifPresent(form -> forms.put(id, form(id, form, lacks))));
        if (forms.isEmpty()) {
            table.problem("forms", "must hold at least one");
        }
        return new Handler(
                tool,
                table.string("engine"),
                table.word("carrier", Carrier.WORDS).orElse(Carrier.SHIM),
                fronts,
                table.string("runtime"),
                table.flag("joins-arguments"),
                table.word("preopened", Preopened.WORDS).orElse(Preopened.NOTHING),
                table.word("exit-code", ExitCode.WORDS).orElse(ExitCode.LOST),
                table.string("library"),
                forms);
    }

    private static Form form(String id, Table table, Map<String, Lack> inherited) {
        Optional<Tier> tier = table.word("tier", Tier.words());
        List<ArgumentTemplate> compile = TemplateReader.steps(table, "compile", COMPILE);
        Optional<String> compiledBy = table.optionalString("compiled-by");
        if (!compile.isEmpty() && compiledBy.isPresent()) {
            table.problem("compiled-by", "cannot stand beside 'compile': one of them makes the file");
        }
        Map<String, Lack> lacks = new HashMap<>(inherited);
        lacks.putAll(Lack.read(table));
        Form form = new Form(
                Form.suffix(id), tier.orElse(Tier.INTERPRETER), compile, compiledBy, table.flag("artifact"), lacks);
        table.finish();
        return form;
    }
}
