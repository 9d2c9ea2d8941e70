package dev.tarebench.toolchains.containers;

import java.util.Map;

/** What a front is pointed at. */
public enum Runs {
    /** The name of an image in the engine's own store. */
    REFERENCE,
    /** A folder with a root file system and a config.json, in which all settings stand. */
    BUNDLE;

    static final Map<String, Runs> WORDS = Map.of("reference", REFERENCE, "bundle", BUNDLE);
}
