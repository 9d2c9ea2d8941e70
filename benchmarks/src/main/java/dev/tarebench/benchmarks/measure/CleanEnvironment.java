package dev.tarebench.benchmarks.measure;

import java.util.HashMap;
import java.util.Map;

/** The environment of everything that is measured: the same on every machine, with nothing of Maven's or the JVM's. */
public final class CleanEnvironment {

    private static final Map<String, String> LEAST = Map.of("LC_ALL", "C", "PATH", "/usr/local/bin:/usr/bin:/bin");

    private CleanEnvironment() {}

    public static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(LEAST);
        all.putAll(more);
        return Map.copyOf(all);
    }
}
