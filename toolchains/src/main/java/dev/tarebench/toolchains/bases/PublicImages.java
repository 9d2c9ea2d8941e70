package dev.tarebench.toolchains.bases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.CommandResult;
import dev.tarebench.toolchains.images.BlobStore;
import dev.tarebench.toolchains.images.Compression;
import dev.tarebench.toolchains.images.Layer;
import dev.tarebench.toolchains.images.LayerRecord;
import dev.tarebench.toolchains.images.LayerWriter;
import dev.tarebench.toolchains.images.Platform;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Public images by way of Docker, which knows registries, their log-ins and mirrors better than we should. */
public final class PublicImages {

    private static final String KIND = "public-bases";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

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
            return Optional.of(cache.obtain(KIND, key, folder -> save(image, identity, folder))
                    .directory());
        } finally {
            if (!usersOwn) {
                docker("image", "rm", image);
            }
        }
    }

    private List<Path> save(String image, String identity, Path folder) throws IOException {
        Path archive = folder.resolve("image.tar");
        Path unpacked = Files.createDirectories(folder.resolve("unpacked"));
        try {
            checked("save", "--output=" + archive, image);
            Command.of("tar", "--extract", "--file=" + archive, "--directory=" + unpacked)
                    .runChecked();
            return keep(identity, unpacked, folder);
        } finally {
            Files.deleteIfExists(archive);
            Tree.delete(unpacked);
        }
    }

    /** Writes the layers anew: Docker's archive holds them in its own order of files and compression. */
    private static List<Path> keep(String identity, Path unpacked, Path folder) throws IOException {
        BlobStore own = new BlobStore(folder);
        List<Layer> layers = new ArrayList<>();
        JsonNode names = JSON.readTree(Files.readAllBytes(unpacked.resolve("manifest.json")))
                .path(0)
                .path("Layers");
        for (JsonNode name : names) {
            try (InputStream tar = plain(unpacked.resolve(name.asText()));
                    LayerWriter writer = new LayerWriter(own, Compression.GZIP)) {
                layers.add(writer.archive(tar).finish(identity));
            }
        }
        List<Path> vouched = new ArrayList<>();
        layers.forEach(layer -> vouched.add(own.path(layer.descriptor().digest())));
        vouched.add(LayerRecord.write(folder, layers, "public image: " + identity));
        return vouched;
    }

    /** Docker saves layers plain or, with containerd's image store, as they were pulled. */
    private static InputStream plain(Path layer) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(layer));
        file.mark(2);
        boolean compressed = file.read() == 0x1f && file.read() == 0x8b;
        file.reset();
        return compressed ? new GZIPInputStream(file) : file;
    }

    private CommandResult docker(String... arguments) {
        return command(arguments).run();
    }

    private void checked(String... arguments) {
        command(arguments).runChecked();
    }

    private Command command(String... arguments) {
        List<String> command = new ArrayList<>(docker);
        command.addAll(List.of(arguments));
        return Command.of(command).withTimeout(PATIENCE);
    }
}
