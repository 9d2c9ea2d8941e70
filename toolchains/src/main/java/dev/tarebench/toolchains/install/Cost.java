package dev.tarebench.toolchains.install;

import java.time.Duration;

/** Whether a tool comes by itself when a cell needs it, or only when it is asked for. */
public record Cost(boolean slow, Duration expected) {

    /** For a person: "about 12 s", "about 15 min". */
    public String about() {
        long seconds = Math.max(1, expected.toSeconds());
        return seconds < 90 ? "about %d s".formatted(seconds) : "about %d min".formatted(Math.round(seconds / 60.0));
    }
}
