package dev.tarebench.toolchains.engines;

import java.util.LinkedHashMap;
import java.util.Map;

/** How much compiling a mode does, and when; figures of different tiers are never compared unlabelled. */
public enum Tier {
    INTERPRETER("interpreter"),
    BASELINE_JIT("baseline-jit"),
    OPTIMIZING_JIT("optimizing-jit"),
    TIERED_JIT("tiered-jit"),
    AHEAD_OF_TIME("ahead-of-time");

    private final String word;

    Tier(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Map<String, Tier> words() {
        Map<String, Tier> words = new LinkedHashMap<>();
        for (Tier tier : values()) {
            words.put(tier.word, tier);
        }
        return words;
    }
}
