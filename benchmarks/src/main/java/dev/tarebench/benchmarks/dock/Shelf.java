package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.bases.Base;
import dev.tarebench.toolchains.bases.BaseImage;
import dev.tarebench.toolchains.bases.BaseMaker;
import dev.tarebench.toolchains.bases.PublicImages;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.containers.ContainerEngine;
import dev.tarebench.toolchains.containers.ProcessIdentity;
import dev.tarebench.toolchains.images.BlobStore;
import dev.tarebench.toolchains.images.Image;
import dev.tarebench.toolchains.images.OciLayout;
import dev.tarebench.toolchains.images.Platform;
import dev.tarebench.workloads.build.Artifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The images of one run: makes each once, and puts it where a front looks for it. */
final class Shelf {

    private final Path folder;
    private final BlobStore store;
    private final ProgramImages images;
    private final BaseMaker bases;

    /** Of each base that was asked for, what came of it: what could not be made for one image cannot be for the next. */
    private final Map<String, Availability<BaseImage>> asked = new ConcurrentHashMap<>();

    private final Map<String, String> loaded = new ConcurrentHashMap<>();

    /** @param folder the run's own, for archives on their way into an engine */
    Shelf(Cache cache, Path folder, Optional<PublicImages> publicImages) {
        this.folder = folder;
        this.store = new BlobStore(cache.root().resolve("images"));
        this.images = new ProgramImages(cache, store);
        this.bases = new BaseMaker(cache, store, publicImages, Platform.LINUX_AMD64);
    }

    /** What each base that was made is made of. */
    SortedMap<String, String> origins() {
        SortedMap<String, String> origins = new TreeMap<>();
        asked.forEach((key, answer) -> {
            if (answer instanceof Availability.Ready<BaseImage> made) {
                origins.put(key, made.value().origin());
            }
        });
        return origins;
    }

    BlobStore store() {
        return store;
    }

    BaseImage base(Base base, Platform platform) {
        Availability<BaseImage> result =
                asked.computeIfAbsent(base.id() + " " + platform, key -> bases.make(base, platform));
        if (result instanceof Availability.Ready<BaseImage> ready) {
            return ready.value();
        }
        Availability.Unavailable<BaseImage> missing = (Availability.Unavailable<BaseImage>) result;
        throw new SetupFailure(missing.reason(), missing.remedy());
    }

    Image image(Artifact artifact, Map<String, Path> inputs, BaseImage base, Platform platform) {
        return images.image(artifact, inputs, base, platform);
    }

    ProgramImages images() {
        return images;
    }

    Path root(Image image, BaseImage base) {
        return images.root(image, base);
    }

    /** Puts the image into the engine's store under a name that tells whose it is. */
    String load(ContainerEngine engine, Image image, String name) {
        String reference = ImageName.of(name, ProcessIdentity.current());
        return loaded.computeIfAbsent(engine.front().id() + " " + reference, key -> {
            // Two names may stand for one image, and both may be loaded at once.
            Path archive = folder.resolve(key.replaceAll("[/: ]", ".") + ".tar");
            try {
                new OciLayout(store).writeArchive(image, reference, archive);
                engine.load(archive)
                        .ifPresent(load -> Command.of(load)
                                .withHint("see whether the front's store has room: a full disk looks like this")
                                .runChecked());
                Files.delete(archive);
            } catch (IOException unwritable) {
                throw new UncheckedIOException("cannot write the image %s".formatted(archive), unwritable);
            }
            return reference;
        });
    }
}
