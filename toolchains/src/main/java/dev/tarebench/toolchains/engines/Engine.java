package dev.tarebench.toolchains.engines;

import dev.tarebench.toolchains.tools.ToolDescription;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Wasm runtime with all its modes.
 *
 * @param folder the guest's name of the one folder that is opened for it
 */
public record Engine(ToolDescription tool, String folder, Map<String, Mode> modes) {

    /** Where a guest is that knows of no other folder. */
    public static final String ROOT = "/";

    /** By this variable a guest is told of another one. */
    public static final String FOLDER_VARIABLE = "TARE_DIRECTORY";

    public Engine {
        modes = Collections.unmodifiableMap(new LinkedHashMap<>(modes));
    }

    public String id() {
        return tool.id();
    }
}
