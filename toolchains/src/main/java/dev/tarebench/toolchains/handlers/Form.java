package dev.tarebench.toolchains.handlers;

import dev.tarebench.toolchains.engines.Lack;
import dev.tarebench.toolchains.engines.Mode;
import dev.tarebench.toolchains.engines.Tier;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One form in which a handler is given a module.
 *
 * @param suffix what it adds to a target's id, behind a hyphen; nothing for the module as it is
 * @param compile the handler's own commands that make {@code {compiled}} in advance
 * @param compiledBy the engine's mode that makes it, for a handler that has no compiler of its own
 * @param artifact whether the module itself is the image's layer
 */
public record Form(
        String suffix,
        Tier tier,
        List<ArgumentTemplate> compile,
        Optional<String> compiledBy,
        boolean artifact,
        Map<String, Lack> lacks) {

    /** The form that needs no word: the module as the compiler made it. */
    public static final String PLAIN = "module";

    public Form {
        compile = List.copyOf(compile);
        lacks = Map.copyOf(lacks);
    }

    /** The handler's own compiler as a mode, where it has one. */
    public Optional<Mode> ownCompiler() {
        return compile.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mode(
                        "aot",
                        tier,
                        compile,
                        new ArgumentTemplate(List.of()),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }

    static String suffix(String id) {
        return id.equals(PLAIN) ? "" : "-" + id;
    }
}
