package dev.tarebench.toolchains.compilers;

import dev.tarebench.toolchains.tools.ToolDescription;
import java.util.Map;
import java.util.Optional;

/**
 * A guest compiler.
 *
 * @param preference the lower is tried first; a fallback has a higher one
 * @param builds place to run, then language, to the build
 */
public record Compiler(ToolDescription tool, long preference, Map<String, Map<String, Build>> builds) {

    public Compiler {
        builds = Map.copyOf(builds);
    }

    public String id() {
        return tool.id();
    }

    public Optional<Build> build(String place, String language) {
        return Optional.ofNullable(builds.getOrDefault(place, Map.of()).get(language));
    }
}
