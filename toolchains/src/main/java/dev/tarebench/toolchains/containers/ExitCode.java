package dev.tarebench.toolchains.containers;

import java.util.Map;

/** Whether the guest's exit code reaches whoever ran the container; where it is lost, output and end mark must do. */
public enum ExitCode {
    KEPT,
    LOST;

    public static final Map<String, ExitCode> WORDS = Map.of("kept", KEPT, "lost", LOST);
}
