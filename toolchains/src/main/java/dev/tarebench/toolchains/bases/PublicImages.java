package dev.tarebench.toolchains.bases;

import dev.tarebench.toolchains.SetupFailure;
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

    /**
     * The folder with the image's layers and its record; empty where no registry gives the image.
     *
     * <p>An image that the user names is that image or none: another in its place would be measured as his.
     */
    Optional<Path> find(Base base, Platform platform) {
        Optional<String> named =
                Optional.ofNullable(environment.get(base.variable())).filter(name -> !name.isBlank());
        return named.or(base::publicImage).flatMap(image -> {
            boolean usersOwn = docker("image", "inspect", image).succeeded();
            CommandResult pulled = docker("pull", "--quiet", "--platform=" + platform, image);
            if (pulled.succeeded()) {
                return Optional.of(keep(image, platform, usersOwn));
            }
            if (named.isPresent()) {
                throw new SetupFailure(
                        "the image %s, which %s names, cannot be pulled: %s"
                                .formatted(
                                        image, base.variable(), pulled.output().strip()),
                        "name another, or none: then the base is made of packages");
            }
            return Optional.empty();
        });
    }

    private Path keep(String image, Platform platform, boolean usersOwn) {
        try {
            CommandResult digest = docker("image", "inspect", "--format={{index .RepoDigests 0}}", image);
            String identity = digest.succeeded() ? digest.standardOutput().strip() : image;
            String key = platform.architecture() + "-" + Digest.ofText(identity).substring(0, 16);
            return cache.obtain(
                            KIND,
                            key,
                            folder -> new SavedImage(docker, image).keep(folder, identity, "public image: " + identity))
                    .directory();
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
