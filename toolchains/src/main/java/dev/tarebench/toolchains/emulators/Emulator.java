package dev.tarebench.toolchains.emulators;

import dev.tarebench.toolchains.images.Platform;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Proves that a program of another architecture answers right; its times are the emulation's and not that architecture's.
 *
 * @param platforms how it runs a program of each platform
 */
public record Emulator(ToolDescription tool, Map<Platform, ArgumentTemplate> platforms) {

    public Emulator {
        platforms = Collections.unmodifiableMap(new LinkedHashMap<>(platforms));
    }

    public String id() {
        return tool.id();
    }
}
