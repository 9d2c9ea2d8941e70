package dev.tarebench.toolchains.install;

import dev.tarebench.toolchains.Progress;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the package clients work with.
 *
 * @param hosts the sources of our own hosts
 * @param clients the folder in which package clients keep what they fetched, so that it is fetched once
 * @param otherTools what a tool that is built from source is built with
 */
public record Workshop(
        Map<String, String> environment,
        ResourceFolder hosts,
        Path javaHome,
        Path clients,
        OtherTools otherTools,
        Progress progress) {

    public Workshop {
        environment = Map.copyOf(environment);
    }

    /** The same in another environment. */
    public Workshop in(Map<String, String> other) {
        return new Workshop(other, hosts, javaHome, clients, otherTools, progress);
    }

    public Workshop with(OtherTools newOtherTools) {
        return new Workshop(environment, hosts, javaHome, clients, newOtherTools, progress);
    }

    /** The folder of one package client; it outlives an interrupted installation, which then goes on instead of anew. */
    Path client(String name) throws IOException {
        return Files.createDirectories(clients.resolve(name));
    }
}
