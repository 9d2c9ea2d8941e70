package dev.tarebench.toolchains.engines;

import dev.tarebench.toolchains.template.ArgumentTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One way to use an engine.
 *
 * @param compile the commands that make {@code {compiled}} in advance, one after the other; none for most modes
 * @param environment added to the engine's own environment, when it compiles and when it runs
 * @param cacheEntries the glob below {@code {cache}} that must match after priming, for a mode whose point is its cache;
 *     other engines only want a folder to write to
 * @param fallback what the engine writes to standard error when it does something else than the mode is about, and goes on
 */
public record Mode(
        String id,
        Tier tier,
        List<ArgumentTemplate> compile,
        ArgumentTemplate run,
        Map<String, String> environment,
        Optional<String> cacheEntries,
        Optional<Pattern> fallback,
        Map<String, Lack> lacks) {

    private static final String CACHE = "cache";

    public Mode {
        compile = List.copyOf(compile);
        environment = Map.copyOf(environment);
        lacks = Map.copyOf(lacks);
    }

    /** Whether its runs are given a folder that outlives them. */
    public boolean hasCache() {
        return cacheEntries.isPresent()
                || run.placeholders().contains(CACHE)
                || new ArgumentTemplate(List.copyOf(environment.values()))
                        .placeholders()
                        .contains(CACHE);
    }
}
