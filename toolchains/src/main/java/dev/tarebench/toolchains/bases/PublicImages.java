package dev.tarebench.toolchains.bases;

import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.CommandResult;
import dev.tarebench.toolchains.images.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Public images by way of Docker, which knows registries, their log-ins and mirrors better than we should. */
public final class PublicImages {

    private static final String KIND = "public-bases";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Cache cache;
    private final List<String> docker;
    private final Map<String, String> environment;

    /** @param docker the arguments that start Docker's client for the daemon that is measured */
    public PublicImages(Cache cache, List<String> docker, Map<String, String> environment) {
        this.cache = cache;
        this.docker = List.copyOf(docker);
        this.environment = Map.copyOf(environment);
    }

    /** The folder with the image's layers and its record; empty where no registry gives the image. */
    Optional<Path> find(Base base, Platform platform) {
        return Optional.ofNullable(environment.get(base.variable()))
                .filter(name -> !name.isBlank())
                .or(base::publicImage)
                .flatMap(image -> pull(image, platform));
    }

    private Optional<Path> pull(String image, Platform platform) {
        boolean usersOwn = docker("image", "inspect", image).succeeded();
        if (!docker("pull", "--quiet", "--platform=" + platform, image).succeeded()) {
            return Optional.empty();
        }
        try {
            CommandResult digest = docker("image", "inspect", "--format={{index .RepoDigests 0}}", image);
            String identity = digest.succeeded() ? digest.standardOutput().strip() : image;
            String key = platform.architecture() + "-" + Digest.ofText(identity).substring(0, 16);
            return Optional.of(cache.obtain(
                            KIND,
                            key,
                            folder -> new SavedImage(docker, image).keep(folder, identity, "public image: " + identity))
                    .directory());
        } finally {
            if (!usersOwn) {
                docker("image", "rm", image);
            }
        }
    }

    private CommandResult docker(String... arguments) {
        List<String> command = new ArrayList<>(docker);
        command.addAll(List.of(arguments));
        return Command.of(command).withTimeout(PATIENCE).run();
    }
}
