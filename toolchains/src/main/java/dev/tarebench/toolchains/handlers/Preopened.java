package dev.tarebench.toolchains.handlers;

import java.util.Map;

/** Which folder of the container a guest finds opened. */
public enum Preopened {
    /** The root: a guest must be told in which folder to work. */
    ROOT,
    /** The folder that the container starts in, under the guest's own root. */
    CURRENT,
    /** None at all. */
    NOTHING;

    static final Map<String, Preopened> WORDS = Map.of("root", ROOT, "current", CURRENT, "nothing", NOTHING);
}
