package dev.tarebench.benchmarks.measure;

import dev.tarebench.toolchains.cache.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a guest left in its working directory: the files that it should, and nothing else. */
final class LeftFiles {

    private LeftFiles() {}

    /** What is wrong with what was left; empty when nothing is. */
    static Optional<String> fault(Path directory, Map<String, Path> inputs, Map<String, String> outputs) {
        try {
            Set<String> left = below(directory);
            for (Map.Entry<String, Path> input : inputs.entrySet()) {
                below(input.getValue()).forEach(name -> left.remove(input.getKey() + "/" + name));
                removeWithParents(left, input.getKey());
            }
            for (Map.Entry<String, String> output : new TreeMap<>(outputs).entrySet()) {
                Path file = directory.resolve(output.getKey());
                if (!Files.isRegularFile(file)) {
                    return Optional.of("the file %s was not written".formatted(output.getKey()));
                }
                String actual = Digest.ofFile(file);
                if (!actual.equals(output.getValue())) {
                    return Optional.of("the file %s has the SHA-256 %s instead of %s"
                            .formatted(output.getKey(), actual, output.getValue()));
                }
                removeWithParents(left, output.getKey());
            }
            return left.isEmpty()
                    ? Optional.empty()
                    : Optional.of("it left behind in its working directory: " + String.join(", ", left));
        } catch (IOException e) {
            return Optional.of("what it left in its working directory cannot be read: " + e.getMessage());
        }
    }

    private static void removeWithParents(Set<String> names, String name) {
        for (int end = name.length(); end > 0; end = name.lastIndexOf('/', end - 1)) {
            names.remove(name.substring(0, end));
        }
    }

    private static Set<String> below(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        if (isEmpty(folder)) {
            return names;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> !file.equals(folder))
                    .forEach(file -> names.add(folder.relativize(file).toString()));
            return names;
        }
    }

    /** Most guests leave nothing, and this is asked after every execution. */
    private static boolean isEmpty(Path folder) {
        String[] names = folder.toFile().list();
        return names != null && names.length == 0;
    }
}
