package dev.tarebench.toolchains.engines;

import dev.tarebench.toolchains.template.ArgumentTemplate;
import java.util.Map;
import java.util.Optional;

/**
 * One way to use an engine.
 *
 * @param cacheEntries the glob below {@code {cache}} that must match after priming, for a mode whose point is its cache
 */
public record Mode(
        String id,
        Tier tier,
        Optional<ArgumentTemplate> compile,
        ArgumentTemplate run,
        Map<String, String> environment,
        Optional<String> cacheEntries,
        Map<String, Lack> lacks) {

    public Mode {
        environment = Map.copyOf(environment);
        lacks = Map.copyOf(lacks);
    }
}
