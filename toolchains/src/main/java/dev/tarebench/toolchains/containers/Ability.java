package dev.tarebench.toolchains.containers;

import java.util.Locale;

/** What not every release of an engine can do that modules in containers ask of it. */
public enum Ability {
    /** To start containers by a shim that is named, and not by runc alone. */
    SHIMS("start a shim by its runtime's name"),
    /** To run an image whose one layer is the module itself. */
    ARTIFACTS("run Wasm artifacts");

    private final String words;

    Ability(String words) {
        this.words = words;
    }

    /** What it is to be able to, for a sentence. */
    String words() {
        return words;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
