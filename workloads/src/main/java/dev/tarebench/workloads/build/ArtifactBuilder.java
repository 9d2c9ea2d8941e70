package dev.tarebench.workloads.build;

import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.cache.Entry;
import dev.tarebench.toolchains.cache.Making;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.CommandFailed;
import dev.tarebench.toolchains.compilers.Build;
import dev.tarebench.toolchains.compilers.Compiler;
import dev.tarebench.toolchains.template.ArgumentTemplate.Bindings;
import dev.tarebench.toolchains.tools.Standing;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.toolchains.tools.Toolbox;
import dev.tarebench.workloads.GuestSource;
import dev.tarebench.workloads.Size;
import dev.tarebench.workloads.SizedRun;
import dev.tarebench.workloads.WorkloadVariant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Builds a guest for a place to run with the first compiler that can, or takes what an earlier run built. */
public final class ArtifactBuilder {

    private static final String KIND = "artifacts";
    private static final String PROGRAM = "program";

    /** Not a place to run: what is made there is a folder of what a compiler fetches. */
    private static final String DEPENDENCIES = "dependencies";

    private final Cache cache;
    private final Toolbox toolbox;
    private final List<Compiler> compilers;

    /** Looking again would hash each compiler's libraries again, for every guest. */
    private final Map<String, Tool> tools = new ConcurrentHashMap<>();

    private final Map<String, Availability<Compiler>> choices = new ConcurrentHashMap<>();

    public ArtifactBuilder(Cache cache, Toolbox toolbox, Collection<Compiler> compilers) {
        this.cache = cache;
        this.toolbox = toolbox;
        this.compilers = compilers.stream()
                .sorted(Comparator.comparingLong(Compiler::preference).thenComparing(Compiler::id))
                .toList();
    }

    /** The compiler that will build this language for this place, or why none can. */
    public Availability<Compiler> compilerFor(String place, String language) {
        return choices.computeIfAbsent(place + "/" + language, key -> choose(place, language));
    }

    private Availability<Compiler> choose(String place, String language) {
        List<Compiler> able = compilers.stream()
                .filter(compiler -> compiler.build(place, language).isPresent())
                .toList();
        Optional<Availability<Compiler>> firstAbsent = Optional.empty();
        for (Compiler compiler : able) {
            if (toolbox.look(compiler.tool()) instanceof Standing.Absent absent) {
                firstAbsent = firstAbsent.or(
                        () -> Optional.of(new Availability.Unavailable<>(absent.reason(), absent.remedy())));
            } else {
                return new Availability.Ready<>(compiler);
            }
        }
        return firstAbsent.orElseGet(() -> new Availability.Unavailable<>(
                "no compiler makes %s for %s".formatted(language, place), "add one in a catalogue of your own"));
    }

    /** The guest at one size; its compiler is brought if it is missing and cheap. */
    public Artifact build(WorkloadVariant variant, Size size, String place) {
        SizedRun run = Optional.ofNullable(variant.sizes().get(size)).orElseThrow();
        return build("%s at %s".formatted(variant.id(), size.word()), variant.source(), run.defines(), place);
    }

    /** Any program of ours, named by {@code label} in progress and errors. */
    public Artifact build(String label, GuestSource source, Map<String, String> defines, String place) {
        Recipe recipe = recipe(label, source, defines, place);
        Entry entry = cache.obtain(KIND, recipe.key(), folder -> {
            cache.progress().report("building %s for %s".formatted(label, place));
            Path program = folder.resolve(PROGRAM);
            make(recipe, folder, program);
            return List.of(program);
        });
        return finished(entry, place, recipe.tool());
    }

    /** The folder of what the guest's compiler fetches to build it; none where its language has no such compiler. */
    public Optional<Path> dependencies(String label, GuestSource source) {
        if (compilers.stream()
                .allMatch(compiler ->
                        compiler.build(DEPENDENCIES, source.language()).isEmpty())) {
            return Optional.empty();
        }
        Recipe recipe = recipe(label, source, Map.of(), DEPENDENCIES);
        Entry entry = cache.obtain(KIND, recipe.key(), folder -> {
            cache.progress().report("fetching what %s is built of".formatted(label));
            Path fetched = Files.createDirectory(folder.resolve(DEPENDENCIES));
            make(recipe, folder, fetched);
            return Tree.files(fetched);
        });
        return Optional.of(entry.file(DEPENDENCIES));
    }

    private Recipe recipe(String label, GuestSource source, Map<String, String> defines, String place) {
        Availability<Compiler> choice = compilerFor(place, source.language());
        if (choice instanceof Availability.Unavailable<Compiler> unavailable) {
            throw new SetupFailure(
                    "%s cannot be built: %s".formatted(label, unavailable.reason()), unavailable.remedy());
        }
        Compiler compiler = ((Availability.Ready<Compiler>) choice).value();
        Tool tool = tools.computeIfAbsent(compiler.id(), id -> toolbox.obtain(compiler.tool()));
        Build build = compiler.build(place, source.language()).orElseThrow();
        return new Recipe(tool, build, source, place, defines);
    }

    private void make(Recipe recipe, Path folder, Path made) throws IOException {
        Path work = Files.createDirectory(folder.resolve("work"));
        recipe.layOut(work);
        Path clientCache = Files.createDirectories(cache.root()
                .resolve("clients")
                .resolve(recipe.tool().description().id()));
        Path directory = work.resolve(recipe.source().folder());
        // Zig's linker cannot write to a path that has a quotation mark in it, and to this one it can; Go wants a
        // folder's
        // whole path.
        Path output = Files.isDirectory(made) ? made : directory.relativize(made);
        Map<String, String> places = recipe.places(work, output, clientCache);
        try {
            Command.of(recipe.command(places))
                    .inDirectory(directory)
                    .withEnvironment(Making.environment(folder))
                    .withEnvironment(recipe.tool().render(recipe.build().environment(), places))
                    .withTimeout(Duration.ofMinutes(20))
                    .withHint("see the compiler's last lines; a full disk and a lost network look like this too")
                    .runChecked();
        } catch (CommandFailed e) {
            throw new SetupFailure("a guest could not be built: " + e.getMessage(), "", e);
        }
        Optional<Path> product = recipe.product(places);
        if (product.isPresent()) {
            Files.move(product.get(), made);
        }
        Tree.delete(work);
    }

    private static Artifact finished(Entry entry, String place, Tool tool) {
        Path program = entry.file(PROGRAM);
        try {
            return new Artifact(program, Digest.ofFile(program), Files.size(program), place, tool);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the artifact " + program, e);
        }
    }

    /** Everything that decides an artifact's bytes. */
    private record Recipe(Tool tool, Build build, GuestSource source, String place, Map<String, String> defines) {

        String key() {
            Digest digest = new Digest().text(tool.description().id()).text(tool.version());
            if (tool.origin() != Tool.Origin.INSTALLED) {
                digest.text(tool.sha256());
            }
            build.command().arguments().forEach(digest::text);
            build.product().ifPresent(product -> product.arguments().forEach(digest::text));
            digest.text(source.folder()).text(source.name());
            new TreeMap<>(defines).forEach((name, value) -> digest.text(name).text(value));
            source.flagsFor(place).forEach(digest::text);
            source.compiled().forEach(digest::text);
            new TreeMap<>(build.environment())
                    .forEach((name, value) -> digest.text(name).text(value));
            source.files().forEach((name, content) -> digest.text(name).bytes(content));
            return digest.hex().substring(0, 32);
        }

        void layOut(Path work) throws IOException {
            for (Map.Entry<String, byte[]> file : source.files().entrySet()) {
                Path target = work.resolve(file.getKey());
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.write(target, file.getValue());
            }
        }

        /** What the places are that a compiler's file may name. */
        Map<String, String> places(Path work, Path output, Path clientCache) {
            return Map.of(
                    "work", work.toString(),
                    "output", output.toString(),
                    "cache", clientCache.toString(),
                    "program", source.name());
        }

        List<String> command(Map<String, String> places) {
            return build.command()
                    .render(tool.bindings(
                            places,
                            Map.of(
                                    "defines", definesList(),
                                    "flags", Bindings.plain(source.flagsFor(place)),
                                    "sources", Bindings.plain(source.compiled()))));
        }

        Optional<Path> product(Map<String, String> places) {
            return build.product()
                    .map(template -> Path.of(
                            template.render(tool.bindings(places, Map.of())).get(0)));
        }

        private List<Map<String, String>> definesList() {
            return new TreeMap<>(defines)
                    .entrySet().stream()
                            .map(define -> Map.of("name", define.getKey(), "value", define.getValue()))
                            .toList();
        }
    }
}
