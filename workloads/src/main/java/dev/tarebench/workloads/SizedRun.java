package dev.tarebench.workloads;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one size means for one guest.
 *
 * @param defines constants of the build, where the size is one
 * @param expectedSha256 the SHA-256 of the whole standard output
 */
public record SizedRun(
        Map<String, String> defines, List<String> arguments, List<InputFile> inputs, String expectedSha256) {

    public SizedRun {
        defines = Map.copyOf(defines);
        arguments = List.copyOf(arguments);
        inputs = List.copyOf(inputs);
        if (!expectedSha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("'%s' is not a SHA-256 in hexadecimal".formatted(expectedSha256));
        }
    }

    /** The same with more arguments at the end. */
    public SizedRun withArguments(List<String> further) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(further);
        return new SizedRun(defines, all, inputs, expectedSha256);
    }
}
