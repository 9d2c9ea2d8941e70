package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import java.nio.file.Path;
import java.util.Map;

/** What the package clients work with: the environment, the sources of our own hosts, a JDK, and somebody to tell. */
public record Workshop(Map<String, String> environment, ResourceFolder hosts, Path javaHome, Progress progress) {

    public Workshop {
        environment = Map.copyOf(environment);
    }
}
