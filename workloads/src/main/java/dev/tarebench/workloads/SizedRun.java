package dev.tarebench.workloads;

import dev.tarebench.workloads.inputs.InputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one size means for one guest.
 *
 * @param defines constants of the build, where the size is one
 * @param expectedSha256 the SHA-256 of the whole standard output
 * @param outputs the files that the guest leaves in its working directory, each with the SHA-256 of its content
 */
public record SizedRun(
        Map<String, String> defines,
        List<String> arguments,
        List<InputFile> inputs,
        String expectedSha256,
        Map<String, String> outputs) {

    private static final String SHA256 = "[0-9a-f]{64}";

    public SizedRun {
        defines = Map.copyOf(defines);
        arguments = List.copyOf(arguments);
        inputs = List.copyOf(inputs);
        outputs = Map.copyOf(outputs);
        requireSha256(expectedSha256);
        outputs.values().forEach(SizedRun::requireSha256);
    }

    /** A guest that only computes and answers. */
    public SizedRun(
            Map<String, String> defines, List<String> arguments, List<InputFile> inputs, String expectedSha256) {
        this(defines, arguments, inputs, expectedSha256, Map.of());
    }

    static boolean isSha256(String text) {
        return text.matches(SHA256);
    }

    private static void requireSha256(String text) {
        if (!isSha256(text)) {
            throw new IllegalArgumentException("'%s' is not a SHA-256 in hexadecimal".formatted(text));
        }
    }

    /** The same with more arguments at the end. */
    public SizedRun withArguments(List<String> further) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(further);
        return new SizedRun(defines, all, inputs, expectedSha256, outputs);
    }

    /** The same, many times in one process, each with its whole answer; the shared source takes the argument away. */
    public SizedRun repeated(int times) {
        List<String> all = new ArrayList<>(List.of("--tare-repeat=" + times));
        all.addAll(arguments);
        return new SizedRun(defines, all, inputs, expectedSha256, outputs);
    }
}
