package dev.tarebench.toolchains.images;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an image says about how to run it.
 *
 * @param entrypoint the program and its fixed first arguments
 * @param directory the working directory inside the container
 */
public record ImageSettings(
        List<String> entrypoint, Map<String, String> environment, String directory, Map<String, String> labels) {

    public ImageSettings {
        entrypoint = List.copyOf(entrypoint);
        environment = Map.copyOf(environment);
        labels = Map.copyOf(labels);
        if (entrypoint.isEmpty()) {
            throw new IllegalArgumentException("an image needs a program to run");
        }
        if (!directory.startsWith("/")) {
            throw new IllegalArgumentException("the directory %s is not absolute".formatted(directory));
        }
    }

    public static ImageSettings of(String... entrypoint) {
        return new ImageSettings(List.of(entrypoint), Map.of(), "/", Map.of());
    }

    public ImageSettings labelled(Map<String, String> newLabels) {
        return new ImageSettings(entrypoint, environment, directory, newLabels);
    }

    /** The environment as {@code NAME=value} lines in the order of the names, since a map's own order is not fixed. */
    List<String> environmentLines() {
        return new TreeMap<>(environment)
                .entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .toList();
    }
}
