package dev.tarebench.benchmarks.measure;

import dev.tarebench.toolchains.launch.Invocation;
import java.util.HashMap;
import java.util.Map;

/** The environment of everything that is measured: the same on every machine, with nothing of Maven's or the JVM's. */
public final class CleanEnvironment {

    private static final Map<String, String> LEAST = Map.of("LC_ALL", "C", "PATH", "/usr/local/bin:/usr/bin:/bin");

    private CleanEnvironment() {}

    /** The environment of a guest whose process is not the launcher's child, padded as the launcher pads its own. */
    static Map<String, String> padded(int paddingBytes) {
        return paddingBytes == 0 ? LEAST : with(Map.of(Invocation.PADDING_VARIABLE, "x".repeat(paddingBytes)));
    }

    public static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(LEAST);
        all.putAll(more);
        return Map.copyOf(all);
    }
}
