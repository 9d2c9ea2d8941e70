package dev.tarebench.toolchains.daemons;

import dev.tarebench.toolchains.tools.Standing;
import java.util.List;
import java.util.Map;

/** Whose daemons the containers of a run use: all of one run use the same ones, and the record says which. */
public enum DaemonOrigin {
    /** Those that the user names: measuring others in their place would answer another question. */
    NAMED,
    /** Our own: nothing of the machine's is touched, and their versions are known to run Wasm. */
    OWN,
    /** Those of the machine, where nothing else was asked for or brought. */
    SYSTEM;

    private static final List<String> VARIABLES = List.of("DOCKER_HOST", "CONTAINERD_ADDRESS");

    /**
     * Chooses whose daemons are used.
     *
     * @param own where our own daemons stand; they are used once they were provisioned, and never brought unasked
     */
    public static DaemonOrigin of(Map<String, String> environment, Standing own) {
        boolean named = VARIABLES.stream()
                .anyMatch(variable -> !environment.getOrDefault(variable, "").isBlank());
        if (named) {
            return NAMED;
        }
        return own instanceof Standing.Present ? OWN : SYSTEM;
    }
}
