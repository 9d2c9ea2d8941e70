package dev.tarebench.workloads;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How much work a workload does. */
public enum Size {
    MINI,
    SMALL,
    MEDIUM,
    LARGE,
    EXTRALARGE,
    /** A paper's own parameters, where they are known. */
    PAPER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Map<String, Size> words() {
        Map<String, Size> words = new LinkedHashMap<>();
        for (Size size : values()) {
            words.put(size.word(), size);
        }
        return words;
    }
}
