package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.bases.Base;
import dev.tarebench.toolchains.bases.BaseImage;
import dev.tarebench.toolchains.bases.PublicImages;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.containers.ContainerEngine;
import dev.tarebench.toolchains.containers.ContainerFront;
import dev.tarebench.toolchains.containers.ControlGroups;
import dev.tarebench.toolchains.containers.Runs;
import dev.tarebench.toolchains.daemons.OwnDaemons;
import dev.tarebench.toolchains.handlers.Carrier;
import dev.tarebench.toolchains.handlers.Form;
import dev.tarebench.toolchains.handlers.Packaging;
import dev.tarebench.toolchains.images.Image;
import dev.tarebench.toolchains.images.Platform;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.workloads.GuestSource;
import dev.tarebench.workloads.build.Artifact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What containers of one run need around them. Opening it removes what dead runs left, closing it removes everything of
 * this one; in between it makes images and puts them where each front looks for them.
 */
public final class Dock implements AutoCloseable {

    private final Fronts fronts;
    private final List<ContainerEngine> engines;
    private final Berth berth;
    private final Optional<OwnDaemons> daemons;
    private final Shelf shelf;
    private final Depot depot;
    private final FatImages fat;
    private final Containers containers;

    private Dock(
            Cache cache,
            Fronts fronts,
            List<ContainerEngine> engines,
            Berth berth,
            Shelf shelf,
            Optional<OwnDaemons> daemons,
            Map<String, String> environment) {
        this.daemons = daemons;
        this.fronts = fronts;
        this.engines = List.copyOf(engines);
        this.berth = berth;
        this.shelf = shelf;
        this.containers = new Containers(berth.folder());
        this.depot = new Depot(this::registrar, containers::next, environment, berth.folder(), shelf.store());
        this.fat = new FatImages(cache, shelf, depot);
    }

    /**
     * Opens it for one run.
     *
     * @param needs what this run's cells need, all of which answers
     */
    public static Dock open(Cache cache, Fronts fronts, Needs needs, Map<String, String> environment) {
        List<ContainerEngine> running = fronts.answering(needs.running());
        List<ContainerEngine> serving = fronts.serving().answering(needs.serving());
        List<ContainerEngine> engines =
                Stream.concat(running.stream(), serving.stream()).distinct().toList();
        Optional<Tool> own = fronts.ownDaemons().filter(tool -> needs.runByDaemons());
        Berth berth = Berth.take(
                cache,
                engines.stream()
                        // What is in daemons of our own goes with them.
                        .filter(engine -> own.isEmpty() || engine.socket().isEmpty() || serving.contains(engine))
                        .toList());
        Optional<OwnDaemons> daemons =
                own.map(tool -> OwnDaemons.start(tool, cache, needs.shims(), environment.getOrDefault("PATH", "")));
        if (running.stream().anyMatch(engine -> engine.front().refusesHybridGroups()) && ControlGroups.hybrid()) {
            fronts.namespace().open();
        }
        Optional<PublicImages> publicImages = engines.stream()
                .map(ContainerEngine::front)
                .filter(front -> front.id().equals("docker"))
                .flatMap(docker -> fronts.serving().answering(List.of(docker)).stream())
                .map(engine -> new PublicImages(cache, withSocket(engine), environment))
                .findFirst();
        Shelf shelf = new Shelf(cache, berth.folder(), publicImages);
        return new Dock(cache, fronts, engines, berth, shelf, daemons, environment);
    }

    static List<String> withSocket(ContainerEngine docker) {
        List<String> command = new ArrayList<>(docker.program());
        docker.socket().ifPresent(socket -> command.add("--host=unix://" + socket));
        return command;
    }

    /**
     * The program in an image on the base, where the front finds it.
     *
     * @param runtime the front whose program takes the usual runtime's place
     */
    public ContainedProgram program(
            ContainerFront front,
            Optional<ContainerFront> runtime,
            Base base,
            String name,
            Artifact artifact,
            Map<String, Path> inputs,
            List<String> arguments) {
        ContainerEngine engine = engine(front);
        BaseImage baseImage = shelf.base(base, Platform.LINUX_AMD64);
        Image image = shelf.image(artifact, inputs, baseImage, Platform.LINUX_AMD64);
        List<String> command = new ArrayList<>(List.of(ProgramImages.PROGRAM));
        command.addAll(arguments);
        return front.runs() == Runs.BUNDLE
                ? new ContainedProgram(
                        engine,
                        Optional.empty(),
                        Optional.of(shelf.root(image, baseImage)),
                        command,
                        Manner.usual(front.exitCode()),
                        baseImage.origin())
                : new ContainedProgram(
                        engine,
                        Optional.of(shelf.load(engine, image, name + "/" + base.id())),
                        Optional.empty(),
                        command,
                        runtime.map(other -> Manner.through(tool(other), front.exitCode()))
                                .orElseGet(() -> Manner.usual(front.exitCode())),
                        baseImage.origin());
    }

    /** The module in the image that the handler wants, where the front finds it. */
    public ContainedProgram module(
            HandledFront through, Form form, String name, Module module, List<String> arguments) {
        ContainerEngine engine = ready(through.find(fronts), through.front());
        Packaging packaging = through.packaging(form);
        // What it reads comes by its working directory.
        Image image = shelf.images()
                .module(packaging, module, Map.of(), through.handler().carrier());
        boolean bundle = through.front().runs() == Runs.BUNDLE;
        List<String> command = new ArrayList<>(List.of(ProgramImages.PROGRAM));
        command.addAll(through.handler().joinsArguments() ? joinable(arguments) : arguments);
        return new ContainedProgram(
                engine,
                bundle ? Optional.empty() : Optional.of(shelf.load(engine, image, name + "/" + through.target(form))),
                bundle ? Optional.of(shelf.images().root(image)) : Optional.empty(),
                command,
                through.manner(packaging),
                "a module in %s".formatted(packaging.name().toLowerCase(Locale.ROOT)));
    }

    /** What a handler may join with blanks, and the guest can take apart again. */
    private static List<String> joinable(List<String> arguments) {
        if (arguments.stream().anyMatch(argument -> argument.isEmpty() || argument.contains(" "))) {
            throw new SetupFailure(
                    "the handler joins all arguments into one, from which these could not be told apart: " + arguments,
                    "choose a handler that hands each over by itself");
        }
        return arguments.isEmpty()
                ? arguments
                : Stream.concat(Stream.of(GuestSource.WORDS), arguments.stream())
                        .toList();
    }

    /** The fronts of this run, for its record. */
    public List<ContainerEngine> engines() {
        return engines;
    }

    /** What each base was made of that this run used, for its record. */
    public SortedMap<String, String> origins() {
        return shelf.origins();
    }

    /** The program on the base, as good practice has it. */
    public MadeImage image(Base base, Artifact artifact, Map<String, Path> inputs, Platform platform) {
        BaseImage baseImage = shelf.base(base, platform);
        return MadeImage.on(baseImage, shelf.image(artifact, inputs, baseImage, platform));
    }

    /** The module in an image for whoever can run it. */
    public MadeImage image(Packaging packaging, Module module, Map<String, Path> inputs) {
        return MadeImage.of(packaging, shelf.images().module(packaging, module, inputs, Carrier.SHIM));
    }

    /** The program with its compiler and sources, all in one stage. */
    public MadeImage fatImage(
            Base base, String name, Sources sources, Map<String, String> defines, Map<String, Path> inputs) {
        return fat.image(base, name, sources, defines, inputs);
    }

    /**
     * An image that the front is to pull from the run's registry.
     *
     * @param shared whether the front's store is to hold the base's layers beforehand
     */
    public PulledImage pulled(ContainerFront front, String name, MadeImage made, boolean shared) {
        return depot.pulled(ready(fronts.serving().find(front), front), name + "/" + made.kind(), made, shared);
    }

    /** An image that the run's registry serves, in one index with those of the same name for other platforms. */
    public ShippedImage shipped(String name, MadeImage made) {
        String served = "size/" + name + "/" + made.kind();
        depot.list(served, made.image());
        return new ShippedImage(
                depot,
                served,
                made.image().platform(),
                Optional.of(made.image().manifest().digest()),
                made.origin());
    }

    private ContainerEngine registrar() {
        return fronts.registrar()
                .map(front -> ready(fronts.serving().find(front), front))
                .orElseThrow(() -> new SetupFailure("no front can run a registry", "see 'list' for the reason"));
    }

    /** The front's own program. */
    public Tool tool(ContainerFront front) {
        return engine(front).tool();
    }

    private ContainerEngine engine(ContainerFront front) {
        return ready(fronts.find(front), front);
    }

    private static ContainerEngine ready(Availability<ContainerEngine> answer, ContainerFront front) {
        if (answer instanceof Availability.Ready<ContainerEngine> ready) {
            return ready.value();
        }
        throw new SetupFailure("%s does not answer any more".formatted(front.id()), "see 'list' for the reason");
    }

    /** What starts and ends them, one after the other or many at once. */
    public Containers containers() {
        return containers;
    }

    /** Removes what killed runs left, and says how many runs those were. */
    public static int sweep(Cache cache, Fronts fronts) {
        OwnDaemons.sweep(cache);
        return Berth.sweep(cache, fronts);
    }

    @Override
    public void close() {
        try {
            containers.close();
            depot.close();
            berth.leave();
        } finally {
            daemons.ifPresent(OwnDaemons::close);
        }
    }
}
