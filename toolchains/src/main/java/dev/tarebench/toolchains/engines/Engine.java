package dev.tarebench.toolchains.engines;

import dev.tarebench.toolchains.tools.ToolDescription;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A Wasm runtime with all its modes. */
public record Engine(ToolDescription tool, Map<String, Mode> modes) {

    public Engine {
        modes = Collections.unmodifiableMap(new LinkedHashMap<>(modes));
    }

    public String id() {
        return tool.id();
    }
}
