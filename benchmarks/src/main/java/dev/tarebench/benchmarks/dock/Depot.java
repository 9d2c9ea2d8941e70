package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.containers.ContainerEngine;
import dev.tarebench.toolchains.containers.ContainerId;
import dev.tarebench.toolchains.containers.ProcessIdentity;
import dev.tarebench.toolchains.containers.Registry;
import dev.tarebench.toolchains.containers.RegistryImage;
import dev.tarebench.toolchains.images.BlobStore;
import dev.tarebench.toolchains.images.Image;
import dev.tarebench.toolchains.images.ImageWriter;
import dev.tarebench.toolchains.images.Layer;
import dev.tarebench.toolchains.images.LayerMark;
import dev.tarebench.toolchains.images.Platform;
import dev.tarebench.toolchains.images.Publication;
import dev.tarebench.toolchains.images.RegistryClient;
import dev.tarebench.toolchains.images.RegistryReader;
import dev.tarebench.toolchains.images.ServedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The registry of one run, started with the first image that goes into it, and gone with the run. */
final class Depot implements AutoCloseable {

    private static final ProcessIdentity OWNER = ProcessIdentity.current();

    private final Supplier<ContainerEngine> docker;
    private final Supplier<ContainerId> ids;
    private final Map<String, String> environment;
    private final Path folder;
    private final BlobStore images;

    /** Layers with a mark are this run's alone, and gone with its folder. */
    private final BlobStore marked;

    private final Map<String, Layer> markedLayers = new ConcurrentHashMap<>();
    private final Map<String, List<Image>> indexes = new ConcurrentHashMap<>();
    private final Map<String, Object> turns = new ConcurrentHashMap<>();
    private Optional<Running> running = Optional.empty();
    private Optional<String> broken = Optional.empty();

    private record Running(Registry registry, RegistryImage image, RegistryReader reader) {}

    /**
     * @param folder the run's own
     * @param images where the blobs of images lie
     */
    Depot(
            Supplier<ContainerEngine> docker,
            Supplier<ContainerId> ids,
            Map<String, String> environment,
            Path folder,
            BlobStore images) {
        this.docker = docker;
        this.ids = ids;
        this.environment = Map.copyOf(environment);
        this.folder = folder;
        this.images = images;
        this.marked = new BlobStore(folder.resolve("marked"));
    }

    /** A registry that did not start once is not tried again for every image. */
    private synchronized Running open() {
        broken.ifPresent(reason -> {
            throw new SetupFailure("the run has no registry: " + reason, "see the first cell that failed for it");
        });
        if (running.isEmpty()) {
            try {
                running = Optional.of(start());
            } catch (SetupFailure failed) {
                broken = Optional.of(String.valueOf(failed.getMessage()));
                throw failed;
            }
        }
        return running.get();
    }

    private Running start() {
        ContainerEngine engine = docker.get();
        RegistryImage image = new RegistryImage(engine, images, environment, ImageName.of("registry", OWNER));
        Availability<String> name = image.obtain();
        if (name instanceof Availability.Unavailable<String> missing) {
            throw new SetupFailure(missing.reason(), missing.remedy());
        }
        Registry registry = Registry.start(
                ids.get(),
                ((Availability.Ready<String>) name).value(),
                engine.socket().orElseThrow(),
                false,
                folder.resolve("registry.log"));
        return new Running(registry, image, new RegistryReader(registry.address()));
    }

    /** The engine that runs the registry and builds Dockerfiles. */
    ContainerEngine engine() {
        return docker.get();
    }

    /** Builds the Dockerfile in the folder into that engine's store. */
    void build(Path context, String reference) {
        open().registry().build(context, reference);
    }

    /** An image that the engine pulls, with layers that no store can hold, or only those of the base. */
    PulledImage pulled(ContainerEngine engine, String name, MadeImage made, boolean shared) {
        Image image = made.image();
        String kind = shared ? "shared" : "fresh";
        List<Layer> layers =
                image.layers().stream().map(layer -> mark(layer, kind)).toList();
        Image own = ProgramImages.assemble(layers, image.platform(), marked);
        String reference = push(own, name + "/" + kind);
        if (!shared) {
            return new PulledImage(engine, reference, own, Optional.empty(), made.origin());
        }
        Image below = ProgramImages.assemble(layers.subList(0, made.below().size()), image.platform(), marked);
        String companion = push(below, "base/" + made.kind());
        return new PulledImage(
                engine, reference, own, Optional.of(new PulledImage.Companion(companion, below)), made.origin());
    }

    private Layer mark(Layer layer, String kind) {
        return markedLayers.computeIfAbsent(kind + " " + layer.diffId(), key -> {
            try {
                return new LayerMark(images, marked).mark(layer, ImageName.tag(OWNER) + " " + kind);
            } catch (IOException unwritable) {
                throw new UncheckedIOException("cannot mark the layer %s".formatted(layer.diffId()), unwritable);
            }
        });
    }

    private String push(Publication publication, String name) {
        return push(publication, name, marked);
    }

    private String push(Publication publication, String name, BlobStore store) {
        Registry registry = open().registry();
        String repository = ImageName.repository(name);
        String tag = ImageName.tag(OWNER);
        // A registry on files answers that it failed, when it is asked for a blob which it is just writing down.
        synchronized (turns.computeIfAbsent(repository, key -> new Object())) {
            try {
                new RegistryClient(registry.address(), store).push(publication, repository, tag);
            } catch (IOException refused) {
                throw new SetupFailure(
                        "the image %s cannot be pushed: %s".formatted(name, refused.getMessage()),
                        "see that the daemon's disk has room",
                        refused);
            }
        }
        return registry.reference(repository, tag);
    }

    /** Puts the image on the list for one index of all platforms, which is served from the first look at it. */
    void list(String name, Image image) {
        open();
        indexes.compute(name, (key, known) -> {
            List<Image> all = new ArrayList<>(known == null ? List.of() : known);
            if (!all.contains(image)) {
                all.add(image);
            }
            return List.copyOf(all);
        });
    }

    /** What the registry serves under that name for the platform. */
    ServedImage read(String name, Platform platform) throws IOException {
        List<Image> listed = indexes.getOrDefault(name, List.of());
        if (!listed.isEmpty()) {
            push(new ImageWriter(images).index(listed), name, images);
        }
        return open().reader().read(ImageName.repository(name), ImageName.tag(OWNER), platform);
    }

    @Override
    public synchronized void close() {
        running.ifPresent(open -> {
            open.registry().close();
            open.image().release();
        });
        running = Optional.empty();
    }
}
