package dev.tarebench.toolchains.bases;

import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.Availability.Ready;
import dev.tarebench.toolchains.Availability.Unavailable;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.cache.Entry;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.command.CommandFailed;
import dev.tarebench.toolchains.images.BlobStore;
import dev.tarebench.toolchains.images.Compression;
import dev.tarebench.toolchains.images.Layer;
import dev.tarebench.toolchains.images.LayerRecord;
import dev.tarebench.toolchains.images.LayerWriter;
import dev.tarebench.toolchains.images.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes each base's layers once, keeps them in the cache, and says which of the two ways was taken. */
public final class BaseMaker {

    private static final String KIND = "bases";

    private final Cache cache;
    private final BlobStore store;
    private final Optional<PublicImages> publicImages;
    private final Platform machine;

    /**
     * @param store where the layers are to lie for images to be built on them
     * @param publicImages the way to public images, where an engine offers one
     * @param machine this machine's own platform, the only one whose set-up programs can run
     */
    public BaseMaker(Cache cache, BlobStore store, Optional<PublicImages> publicImages, Platform machine) {
        this.cache = cache;
        this.store = store;
        this.publicImages = publicImages;
        this.machine = machine;
    }

    /** The base for the platform, made now if the cache does not hold it; a public image is preferred. */
    public Availability<BaseImage> make(Base base, Platform platform) {
        if (base.equivalent() instanceof BaseRecipe.Empty) {
            return new Ready<>(new BaseImage(base, List.of(), "empty"));
        }
        try {
            Optional<BaseImage> known =
                    publicImages.flatMap(images -> images.find(base, platform)).map(folder -> read(base, folder));
            return new Ready<>(known.orElseGet(() -> equivalent(base, platform)));
        } catch (SetupFailure failed) {
            return missing(base, platform, String.valueOf(failed.getMessage()), failed.remedy());
        } catch (CommandFailed failed) {
            return missing(
                    base,
                    platform,
                    "no registry gives its image, and its equivalent cannot be made: " + failed.getMessage(),
                    "");
        }
    }

    /** @param remedy empty where the reason has none of its own */
    private static Unavailable<BaseImage> missing(Base base, Platform platform, String reason, String remedy) {
        return new Unavailable<>(
                "the base %s for %s is not to be had: %s".formatted(base.id(), platform, reason),
                remedy.isEmpty()
                        ? "name an image that can be pulled by %s, or mend what the last lines complain of"
                                .formatted(base.variable())
                        : remedy);
    }

    private BaseImage equivalent(Base base, Platform platform) {
        String key = "%s-%s-%s"
                .formatted(
                        base.id(),
                        platform.architecture(),
                        Digest.ofText(base.equivalent() + DebianPackages.AS_RELEASED)
                                .substring(0, 16));
        Entry entry = cache.obtain(KIND, key, folder -> {
            cache.progress()
                    .report("making the base %s for %s of packages (a minute or two)".formatted(base.id(), platform));
            return fill(base.equivalent(), platform, folder);
        });
        return read(base, entry.directory());
    }

    private List<Path> fill(BaseRecipe recipe, Platform platform, Path folder) throws IOException {
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        BlobStore own = new BlobStore(folder);
        try (LayerWriter writer = new LayerWriter(own, Compression.GZIP)) {
            List<String> contents = write(recipe, platform, new DebianPackages(scratch), writer);
            Layer layer = writer.finish(String.join(", ", contents));
            Path record = LayerRecord.write(folder, List.of(layer), "equivalent of packages: " + layer.origin());
            return List.of(record, own.path(layer.descriptor().digest()));
        } finally {
            Tree.delete(scratch);
        }
    }

    private List<String> write(BaseRecipe recipe, Platform platform, DebianPackages debian, LayerWriter writer)
            throws IOException {
        if (recipe instanceof BaseRecipe.Packages packages) {
            return debian.unpack(packages, platform, writer);
        }
        if (recipe instanceof BaseRecipe.WholeSystem system) {
            return debian.system(system, platform, platform.equals(machine), writer);
        }
        return new ArrayList<>();
    }

    private BaseImage read(Base base, Path folder) {
        try {
            LayerRecord record = LayerRecord.read(folder);
            BlobStore own = new BlobStore(folder);
            record.layers().forEach(layer -> store.adopt(own, layer.descriptor()));
            return new BaseImage(base, record.layers(), record.origin());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the base in %s".formatted(folder), unreadable);
        }
    }
}
