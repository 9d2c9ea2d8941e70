package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.bases.BaseImage;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.cache.Entry;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.containers.ContainerEngine;
import dev.tarebench.toolchains.handlers.Carrier;
import dev.tarebench.toolchains.handlers.Packaging;
import dev.tarebench.toolchains.images.BlobStore;
import dev.tarebench.toolchains.images.Compression;
import dev.tarebench.toolchains.images.Image;
import dev.tarebench.toolchains.images.ImageSettings;
import dev.tarebench.toolchains.images.ImageWriter;
import dev.tarebench.toolchains.images.Layer;
import dev.tarebench.toolchains.images.LayerRecord;
import dev.tarebench.toolchains.images.LayerWriter;
import dev.tarebench.toolchains.images.Platform;
import dev.tarebench.toolchains.images.RootFilesystem;
import dev.tarebench.workloads.build.Artifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The one template of every native image: a base, the program, and its inputs, each a layer that images share. */
final class ProgramImages {

    /** Where the program lies in every image. */
    static final String PROGRAM = "/program";

    /** Where its inputs lie, and where every front shows the fresh working directory. */
    static final String DIRECTORY = "/work";

    private static final Map<String, String> LABELS = Map.of(ContainerEngine.LABEL, "image");

    private final Cache cache;
    private final BlobStore store;

    /** @param store where the layers of bases and programs come to lie side by side */
    ProgramImages(Cache cache, BlobStore store) {
        this.cache = cache;
        this.store = store;
    }

    /**
     * The module in an otherwise empty root, or as the one layer of an artifact.
     *
     * @param inputs what lies beside it; an artifact has no place for that
     * @param carrier crun executes nothing without the right to; shims take what may be executed and begins like a
     *     program, as a module compiled ahead of time does, for a program of Linux
     */
    Image module(Packaging packaging, Module module, Map<String, Path> inputs, Carrier carrier) {
        return switch (packaging) {
            case ARTIFACT -> artifact(module);
            case LINUX, WASI -> {
                List<Layer> layers = new ArrayList<>();
                layers.add(
                        carrier == Carrier.SHIM
                                ? programLayer("module-", module.file(), module.sha256(), LayerWriter.READABLE)
                                : programLayer("program-", module.file(), module.sha256(), LayerWriter.EXECUTABLE));
                if (!inputs.isEmpty()) {
                    layers.add(inputLayer(inputs));
                }
                yield assemble(layers, packaging.platform(), store);
            }
        };
    }

    private Image artifact(Module module) {
        ImageSettings settings = new ImageSettings(List.of(PROGRAM), Map.of(), DIRECTORY, LABELS);
        try {
            return new ImageWriter(store).artifact(module.file(), settings);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the module %s".formatted(module.file()), unreadable);
        }
    }

    /** The root of an image that has no base, unpacked once. */
    Path root(Image image) {
        Entry entry = cache.obtain("roots", image.manifest().digest().hex().substring(0, 32), folder -> {
            Path root = folder.resolve("root");
            RootFilesystem.unpack(image, store, root);
            return List.of(root.resolve(PROGRAM.substring(1)));
        });
        return entry.file("root");
    }

    Image image(Artifact program, Map<String, Path> inputs, BaseImage base, Platform platform) {
        List<Layer> layers = new ArrayList<>(base.layers());
        layers.add(programLayer("program-", program.file(), program.sha256(), LayerWriter.EXECUTABLE));
        if (!inputs.isEmpty()) {
            layers.add(inputLayer(inputs));
        }
        return assemble(layers, platform, store);
    }

    /** An image of the layers that an entry of the cache keeps. */
    Image image(Entry kept, Platform platform) {
        try {
            List<Layer> layers = LayerRecord.read(kept.directory()).layers();
            layers.forEach(layer -> store.adopt(new BlobStore(kept.directory()), layer.descriptor()));
            return assemble(layers, platform, store);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the layers in %s".formatted(kept.directory()), unreadable);
        }
    }

    /** The base alone, for whoever builds on it. */
    Image bare(BaseImage base, Platform platform) {
        return assemble(base.layers(), platform, store);
    }

    /** An image of our kind of these layers, whose documents come to lie in the store that is given. */
    static Image assemble(List<Layer> layers, Platform platform, BlobStore store) {
        ImageSettings settings = new ImageSettings(List.of(PROGRAM), Map.of(), DIRECTORY, LABELS);
        return new ImageWriter(store).image(platform, layers, settings);
    }

    /** The image's root, unpacked once; who runs it never writes to it. Its base's files are links to one copy. */
    Path root(Image image, BaseImage base) {
        List<Layer> own =
                image.layers().subList(base.layers().size(), image.layers().size());
        Entry entry = cache.obtain("roots", image.manifest().digest().hex().substring(0, 32), folder -> {
            Path root = folder.resolve("root");
            RootFilesystem.unpackOver(baseRoot(base), own, store, root);
            return List.of(root.resolve(PROGRAM.substring(1)));
        });
        return entry.file("root");
    }

    private Path baseRoot(BaseImage base) {
        Digest key = new Digest();
        base.layers().forEach(layer -> key.text(layer.diffId().toString()));
        Entry entry = cache.obtain("roots", "base-" + key.hex().substring(0, 32), folder -> {
            Path root = folder.resolve("root");
            if (base.layers().isEmpty()) {
                Files.createDirectories(root);
            } else {
                cache.progress()
                        .report("unpacking the base %s".formatted(base.base().id()));
                RootFilesystem.unpackOver(Files.createDirectory(folder.resolve("empty")), base.layers(), store, root);
            }
            return List.of();
        });
        return entry.file("root");
    }

    private Layer programLayer(String kind, Path program, String sha256, int mode) {
        return layer(
                kind + sha256.substring(0, 32),
                writer -> writer.directory(DIRECTORY, LayerWriter.EXECUTABLE).file(PROGRAM, mode, program));
    }

    private Layer inputLayer(Map<String, Path> inputs) {
        Map<String, Path> sorted = new TreeMap<>(inputs);
        Digest key = new Digest();
        sorted.forEach((name, place) -> key.text(name).text(contentOf(place)));
        return layer("inputs-" + key.hex().substring(0, 32), writer -> {
            for (Map.Entry<String, Path> input : sorted.entrySet()) {
                add(writer, DIRECTORY + "/" + input.getKey(), input.getValue());
            }
        });
    }

    private static void add(LayerWriter writer, String name, Path place) throws IOException {
        for (Path file : Tree.files(place)) {
            String below = place.relativize(file).toString();
            writer.file(below.isEmpty() ? name : name + "/" + below, LayerWriter.READABLE, file);
        }
    }

    static String contentOf(Path place) {
        try {
            Digest all = new Digest();
            for (Path file : Tree.files(place)) {
                all.text(place.relativize(file).toString()).text(Digest.ofFile(file));
            }
            return all.hex();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the input %s".formatted(place), unreadable);
        }
    }

    private Layer layer(String key, Content content) {
        Entry entry = cache.obtain("image-layers", key, folder -> {
            BlobStore own = new BlobStore(folder);
            try (LayerWriter writer = new LayerWriter(own, Compression.GZIP)) {
                content.write(writer);
                Layer layer = writer.finish(key);
                Path record = LayerRecord.write(folder, List.of(layer), key);
                return List.of(record, own.path(layer.descriptor().digest()));
            }
        });
        try {
            Layer layer = LayerRecord.read(entry.directory()).layers().get(0);
            store.adopt(new BlobStore(entry.directory()), layer.descriptor());
            return layer;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the layer in %s".formatted(entry.directory()), unreadable);
        }
    }

    /** What a layer is filled with. */
    @FunctionalInterface
    private interface Content {
        void write(LayerWriter writer) throws IOException;
    }
}
