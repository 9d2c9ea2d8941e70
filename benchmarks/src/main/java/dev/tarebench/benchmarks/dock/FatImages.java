package dev.tarebench.benchmarks.dock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.bases.Base;
import dev.tarebench.toolchains.bases.BaseImage;
import dev.tarebench.toolchains.bases.BaseRecipe;
import dev.tarebench.toolchains.bases.FatRecipe;
import dev.tarebench.toolchains.bases.KnownLayers;
import dev.tarebench.toolchains.bases.SavedImage;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.cache.Entry;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.containers.ContainerEngine;
import dev.tarebench.toolchains.containers.ProcessIdentity;
import dev.tarebench.toolchains.images.Platform;
import dev.tarebench.toolchains.template.ArgumentTemplate.Bindings;
import dev.tarebench.workloads.GuestSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Images that were made in one stage and keep their compiler and sources. Docker builds them from a Dockerfile, as whoever
 * makes such images does; their layers are kept, so that each is built once.
 */
final class FatImages {

    private static final String KIND = "fat-images";
    /** As in the Dockerfile. */
    private static final String SOURCE = "/source";

    private static final String DEPENDENCIES = "dependencies";
    private static final ProcessIdentity OWNER = ProcessIdentity.current();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cache cache;
    private final Shelf shelf;
    private final Depot depot;

    FatImages(Cache cache, Shelf shelf, Depot depot) {
        this.cache = cache;
        this.shelf = shelf;
        this.depot = depot;
    }

    /** @param defines what the compiler is told to define, as for the program of the other kind */
    MadeImage image(Base base, String name, Sources sources, Map<String, String> defines, Map<String, Path> inputs) {
        GuestSource source = sources.guest();
        FatRecipe recipe = recipe(base, name, source.language());
        BaseImage below = shelf.base(withCompiler(base, source.language(), recipe), Platform.LINUX_AMD64);
        String dockerfile = FatRecipe.dockerfile()
                .replace("{folder}", source.folder())
                .replace("{commands}", commands(recipe, source, defines));
        Entry entry = cache.obtain(KIND, key(below, dockerfile, sources, inputs), making -> {
            cache.progress().report("building a fat image of %s on %s".formatted(name, base.id()));
            return build(below, name, dockerfile, sources, inputs, making);
        });
        return MadeImage.on(below, shelf.images().image(entry, Platform.LINUX_AMD64));
    }

    private static FatRecipe recipe(Base base, String name, String language) {
        return Optional.ofNullable(base.fat().get(language))
                .orElseThrow(() -> new SetupFailure(
                        "no fat image is made of %s on %s, which is %s".formatted(name, base.id(), language),
                        "add the language to the base's file"));
    }

    /** The system of the base with the compiler's packages: an image of its own, which can be named by its variable. */
    private static Base withCompiler(Base base, String language, FatRecipe recipe) {
        BaseRecipe equivalent = base.equivalent() instanceof BaseRecipe.WholeSystem system
                ? new BaseRecipe.WholeSystem(system.suite(), recipe.packages())
                : base.equivalent();
        return new Base(
                "%s-fat-%s".formatted(base.id(), language),
                base.name(),
                base.libc(),
                Optional.empty(),
                equivalent,
                Optional.empty(),
                Map.of());
    }

    /** In the form that no shell reads. */
    private static String commands(FatRecipe recipe, GuestSource source, Map<String, String> defines) {
        Bindings bindings = new Bindings(
                Map.of(
                        "dependencies",
                        SOURCE + "/" + DEPENDENCIES,
                        "output",
                        ProgramImages.PROGRAM,
                        "program",
                        source.name()),
                Map.of(
                        "defines",
                        new TreeMap<>(defines)
                                .entrySet().stream()
                                        .map(one -> Map.of("name", one.getKey(), "value", one.getValue()))
                                        .toList(),
                        "flags",
                        Bindings.plain(source.flagsFor(GuestSource.NATIVE)),
                        "sources",
                        Bindings.plain(source.compiled())));
        return recipe.commands().stream()
                .map(command -> "RUN " + json(command.render(bindings)))
                .collect(Collectors.joining("\n"));
    }

    private static String json(List<String> command) {
        try {
            return JSON.writeValueAsString(command);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a list of texts can always be written", impossible);
        }
    }

    private static String key(BaseImage below, String dockerfile, Sources sources, Map<String, Path> inputs) {
        Digest key = new Digest().text(dockerfile);
        below.layers().forEach(layer -> key.text(layer.diffId().toString()));
        sources.guest().files().forEach((file, content) -> key.text(file).bytes(content));
        sources.dependencies().ifPresent(fetched -> key.text(ProgramImages.contentOf(fetched)));
        new TreeMap<>(inputs).forEach((file, place) -> key.text(file).text(ProgramImages.contentOf(place)));
        return key.hex().substring(0, 32);
    }

    private List<Path> build(
            BaseImage below, String name, String dockerfile, Sources sources, Map<String, Path> inputs, Path folder)
            throws IOException {
        ContainerEngine docker = depot.engine();
        String from = shelf.load(
                docker,
                shelf.images().bare(below, Platform.LINUX_AMD64),
                "base/" + below.base().id());
        String built = ImageName.of("fat/" + name, OWNER);
        Path context = Files.createDirectory(folder.resolve("context"));
        try {
            Files.writeString(
                    context.resolve("Dockerfile"),
                    dockerfile.replace("{base}", from).replace("{owner}", ImageName.tag(OWNER)),
                    StandardCharsets.UTF_8);
            Path source = Files.createDirectory(context.resolve("source"));
            layOut(sources.guest(), source);
            if (sources.dependencies().isPresent()) {
                Tree.copy(sources.dependencies().get(), source.resolve(DEPENDENCIES));
            }
            copy(inputs, Files.createDirectory(context.resolve("inputs")));
            depot.build(context, built);
            return new SavedImage(Dock.withSocket(docker), built)
                    .keep(
                            folder,
                            new KnownLayers(shelf.store(), below.layers()),
                            "fat " + name,
                            "built by Docker on " + below.origin());
        } finally {
            docker.forget(built).ifPresent(remove -> Command.of(remove).run());
            Tree.delete(context);
        }
    }

    private static void layOut(GuestSource source, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : source.files().entrySet()) {
            Path place = folder.resolve(file.getKey());
            Files.createDirectories(place.resolveSibling("."));
            Files.write(place, file.getValue());
        }
    }

    private static void copy(Map<String, Path> inputs, Path folder) throws IOException {
        for (Map.Entry<String, Path> input : inputs.entrySet()) {
            for (Path file : Tree.files(input.getValue())) {
                String below = input.getValue().relativize(file).toString();
                Path place = below.isEmpty()
                        ? folder.resolve(input.getKey())
                        : folder.resolve(input.getKey()).resolve(below);
                Files.createDirectories(place.resolveSibling("."));
                Files.copy(file, place);
            }
        }
    }
}
