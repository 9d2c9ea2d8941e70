package dev.tarebench.toolchains.containers;

import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.Availability.Ready;
import dev.tarebench.toolchains.Availability.Unavailable;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.CommandFailed;
import dev.tarebench.toolchains.images.BlobStore;
import dev.tarebench.toolchains.images.Compression;
import dev.tarebench.toolchains.images.Image;
import dev.tarebench.toolchains.images.ImageSettings;
import dev.tarebench.toolchains.images.ImageWriter;
import dev.tarebench.toolchains.images.LayerWriter;
import dev.tarebench.toolchains.images.OciLayout;
import dev.tarebench.toolchains.images.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The image of the registry: the public one where it can be pulled, else the distribution's program and its libraries. */
public final class RegistryImage {

    private static final String PUBLIC = "registry:2.8.3";
    private static final String PROGRAM = "docker-registry";
    private static final Duration PULL_PATIENCE = Duration.ofMinutes(1);
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x[0-9a-f]+\\)");
    private static final String SETTINGS = """
        version: 0.1
        log: { level: error, accesslog: { disabled: true } }
        storage: { cache: { blobdescriptor: inmemory }, filesystem: { rootdirectory: /data } }
        http: { addr: ':5000' }
        """;

    private final ContainerEngine docker;
    private final BlobStore store;
    private final Map<String, String> environment;
    private final String own;
    private Optional<String> brought = Optional.empty();

    /** @param own the name of the image that is made here, which tells whose it is */
    public RegistryImage(ContainerEngine docker, BlobStore store, Map<String, String> environment, String own) {
        this.docker = docker;
        this.store = store;
        this.environment = Map.copyOf(environment);
        this.own = own;
    }

    /** The name of an image that the daemon now holds. */
    public Availability<String> obtain() {
        if (pulled()) {
            return new Ready<>(PUBLIC);
        }
        Optional<Path> program = program();
        if (program.isEmpty()) {
            return new Unavailable<>(
                    "no registry gives %s, and there is no %s on the PATH".formatted(PUBLIC, PROGRAM),
                    "let the daemon reach a registry, or install the program (on Debian: apt-get install %s)"
                            .formatted(PROGRAM));
        }
        try {
            return loaded(program.get());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot make the registry's image", unreadable);
        }
    }

    /** Removes the image from the daemon, unless it was the user's before. */
    public void release() {
        brought.flatMap(docker::forget).ifPresent(remove -> Command.of(remove).run());
        brought = Optional.empty();
    }

    private boolean pulled() {
        try {
            boolean usersOwn = docker.digest(PUBLIC).stream()
                    .anyMatch(question -> Command.of(question).run().succeeded());
            boolean pulled = docker.pull(PUBLIC).stream()
                    .anyMatch(pull ->
                            Command.of(pull).withTimeout(PULL_PATIENCE).run().succeeded());
            brought = pulled && !usersOwn ? Optional.of(PUBLIC) : Optional.empty();
            return usersOwn || pulled;
        } catch (CommandFailed tooSlow) {
            return false;
        }
    }

    private Availability<String> loaded(Path program) throws IOException {
        Path folder = Files.createTempDirectory("tare-registry-");
        Path archive = folder.resolve("registry.tar");
        try {
            new OciLayout(store).writeArchive(image(program), own, archive);
            docker.load(archive).ifPresent(load -> Command.of(load).runChecked());
            brought = Optional.of(own);
            return new Ready<>(own);
        } finally {
            Files.deleteIfExists(archive);
            Files.delete(folder);
        }
    }

    private Image image(Path program) throws IOException {
        String linked = Command.of("ldd", program.toString()).run().standardOutput();
        try (LayerWriter layer = new LayerWriter(store, Compression.GZIP)) {
            layer.directory("data", LayerWriter.EXECUTABLE)
                    .directory("tmp", 01777)
                    .file("registry", LayerWriter.EXECUTABLE, program)
                    .file("config.yml", LayerWriter.READABLE, SETTINGS.getBytes(StandardCharsets.UTF_8));
            for (String library : libraries(linked)) {
                layer.file(library, LayerWriter.EXECUTABLE, Path.of(library));
            }
            ImageSettings settings = new ImageSettings(
                    List.of("/registry", "serve", "/config.yml"),
                    Map.of(),
                    "/",
                    Map.of(ContainerEngine.LABEL, "registry"));
            return new ImageWriter(store)
                    .image(Platform.LINUX_AMD64, List.of(layer.finish(program.toString())), settings);
        }
    }

    /** The files that {@code ldd} names, the loader among them; the kernel's own page has no file. */
    static List<String> libraries(String linked) {
        List<String> libraries = new ArrayList<>();
        LIBRARY.matcher(linked)
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(libraries::add);
        return List.copyOf(libraries);
    }

    private Optional<Path> program() {
        return Stream.of(environment.getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
