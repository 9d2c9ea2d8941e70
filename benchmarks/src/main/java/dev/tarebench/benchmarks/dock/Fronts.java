package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.bases.Base;
import dev.tarebench.toolchains.bases.BaseRecipe;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.SearchPath;
import dev.tarebench.toolchains.containers.Ability;
import dev.tarebench.toolchains.containers.ContainerEngine;
import dev.tarebench.toolchains.containers.ContainerFront;
import dev.tarebench.toolchains.containers.ControlGroups;
import dev.tarebench.toolchains.containers.EngineDiscovery;
import dev.tarebench.toolchains.containers.MountNamespace;
import dev.tarebench.toolchains.install.Obstacle;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.toolchains.tools.Toolbox;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which fronts answer here. Each is asked once, since a daemon takes its time to answer and a matrix asks for every cell. */
public final class Fronts {

    private final EngineDiscovery discovery;
    private final MountNamespace namespace;
    private final SearchPath programs;
    private final Map<String, ContainerFront> catalogue;
    private final Optional<OwnFronts> own;
    private final Map<String, Availability<ContainerEngine>> found = new ConcurrentHashMap<>();

    private Fronts(
            EngineDiscovery discovery,
            MountNamespace namespace,
            SearchPath programs,
            Map<String, ContainerFront> catalogue,
            Optional<OwnFronts> own) {
        this.discovery = discovery;
        this.namespace = namespace;
        this.programs = programs;
        this.catalogue = Map.copyOf(catalogue);
        this.own = own;
    }

    /**
     * Daemons that a run starts for itself.
     *
     * @param daemons what they are started from
     * @param machine the fronts of this machine's daemons, which have a network
     */
    public record OwnFronts(Tool daemons, Fronts machine) {}

    /**
     * Looks for fronts in this environment.
     *
     * @param toolbox one that looks for programs in this environment
     * @param catalogue every front that there is, by its id
     * @param own the daemons that the run starts for itself; empty where they run already
     */
    public static Fronts of(
            Toolbox toolbox,
            Cache cache,
            Map<String, ContainerFront> catalogue,
            Map<String, String> environment,
            Optional<OwnFronts> own) {
        MountNamespace namespace = new MountNamespace(Berth.namespace(Berth.place(cache)));
        EngineDiscovery discovery = new EngineDiscovery(
                toolbox,
                environment,
                cache.root().resolve("containers"),
                namespace,
                ControlGroups.hybrid(),
                own.isEmpty());
        SearchPath programs = new SearchPath(environment.getOrDefault("PATH", ""));
        return new Fronts(discovery, namespace, programs, catalogue, own);
    }

    /** The fronts that pull images and run the registry: daemons of our own have no network for that. */
    public Fronts serving() {
        return own.map(OwnFronts::machine).orElse(this);
    }

    public Availability<ContainerEngine> find(ContainerFront front) {
        return found.computeIfAbsent(front.id(), id -> discovery.find(front));
    }

    /** The front with another program of its kind, such as a runtime with a Wasm engine in it. */
    public Availability<ContainerEngine> find(ContainerFront front, Tool program) {
        return found.computeIfAbsent(
                front.id() + " " + program.description().id(), id -> discovery.find(front, program));
    }

    /** Why crun cannot take runc's place under the daemons here. */
    public Optional<Obstacle> refusal() {
        return ControlGroups.hybrid() && own.isEmpty()
                ? Optional.of(new Obstacle(
                        "crun refuses to start under a daemon that sees hybrid control groups",
                        "benchmarks.jar provision daemons, which are started where only version 1 is seen"))
                : Optional.empty();
    }

    /** What the daemon behind a front cannot do, where its version tells that. */
    public Optional<Obstacle> shortcoming(ContainerFront front, List<Ability> asked) {
        return find(front) instanceof Availability.Ready<ContainerEngine> ready
                ? asked.stream()
                        .flatMap(ability -> ready.value().tooOldFor(ability).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Why the daemons here do not find a shim: they look for its name on the PATH that they were started with. */
    public Optional<Obstacle> unseen(Tool shim) {
        return own.isEmpty() && shim.origin() == Tool.Origin.INSTALLED
                ? Optional.of(new Obstacle(
                        "%s lies in Tare's cache, where the daemons here do not look for shims"
                                .formatted(shim.description().name()),
                        "benchmarks.jar provision daemons, which are started with it; or link %s into a folder of their PATH"
                                .formatted(shim.start().get(0))))
                : Optional.empty();
    }

    Optional<Tool> ownDaemons() {
        return own.map(OwnFronts::daemons);
    }

    /** The engine that a killed run used, by whichever client is here. */
    Availability<ContainerEngine> at(EngineAddress address) {
        Fronts lasting = serving();
        return Optional.ofNullable(lasting.catalogue.get(address.front()))
                .map(front -> lasting.found.computeIfAbsent(
                        address.toString(), key -> lasting.discovery.find(front, address.socket())))
                .orElseGet(() -> new Availability.Unavailable<>(
                        "the catalogue has no front " + address.front(), "use the catalogue of the killed run"));
    }

    /** Whether that engine starts only where the unified hierarchy of hybrid control groups is not seen. */
    boolean startsInNamespace(EngineAddress address) {
        ContainerFront front = catalogue.get(address.front());
        return front != null && front.refusesHybridGroups() && ControlGroups.hybrid();
    }

    /** The front whose engine runs the registry and builds Dockerfiles. */
    public Optional<ContainerFront> registrar() {
        return catalogue.values().stream().filter(ContainerFront::runsRegistry).findFirst();
    }

    /** What makes images impossible that are served by a registry. */
    public Optional<Availability.Unavailable<ContainerEngine>> registryObstacle() {
        Availability<ContainerEngine> engine = registrar()
                .map(serving()::find)
                .orElseGet(
                        () -> new Availability.Unavailable<>("the catalogue has no front that runs one", "add docker"));
        return engine instanceof Availability.Unavailable<ContainerEngine> missing
                ? Optional.of(new Availability.Unavailable<>(
                        "no registry can be started: " + missing.reason(), missing.remedy()))
                : Optional.empty();
    }

    /** What makes a base impossible here, as far as can be told without making it. */
    public Optional<Availability.Unavailable<Base>> obstacle(Base base) {
        if (base.equivalent() instanceof BaseRecipe.Empty
                || programs.find("mmdebstrap").isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Availability.Unavailable<>(
                "the base %s is made of packages by mmdebstrap, which is not on the PATH".formatted(base.id()),
                "install mmdebstrap (on Debian: apt-get install mmdebstrap)"));
    }

    /** Who makes the engine's control groups. */
    public static ControlGroups.Driver driver(ContainerEngine engine) {
        boolean systemd = engine.driver()
                .map(question -> Command.of(question).run().standardOutput())
                .filter(answer -> answer.contains("systemd"))
                .isPresent();
        return systemd ? ControlGroups.Driver.SYSTEMD : ControlGroups.Driver.CGROUPFS;
    }

    List<ContainerEngine> answering(Collection<ContainerFront> fronts) {
        return fronts.stream()
                .map(this::find)
                .filter(Availability.Ready.class::isInstance)
                .map(front -> ((Availability.Ready<ContainerEngine>) front).value())
                .toList();
    }

    MountNamespace namespace() {
        return namespace;
    }
}
