package dev.tarebench.toolchains.containers;

import static java.util.Objects.requireNonNull;

import dev.tarebench.toolchains.images.BindMount;
import dev.tarebench.toolchains.install.Obstacle;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.toolchains.template.ArgumentTemplate.Bindings;
import dev.tarebench.toolchains.tools.LeastVersion;
import dev.tarebench.toolchains.tools.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A front that answers on this machine. It renders command lines and runs none: what is measured goes through the
 * launcher, what is not through a command.
 *
 * @param program the arguments that start the client
 * @param server the daemon's version, for a front that has one
 * @param state where a front without a daemon keeps its containers' state
 */
public record ContainerEngine(
        ContainerFront front,
        Tool tool,
        List<String> program,
        Optional<String> socket,
        Optional<String> server,
        Path state) {

    /** Carried by every container and image of ours, so that a user can find them too. */
    public static final String LABEL = "dev.tarebench";

    public ContainerEngine {
        program = List.copyOf(program);
    }

    /** The same engine, started by another program of the same kind. */
    public ContainerEngine startedBy(Tool other, List<String> newProgram) {
        return new ContainerEngine(front, other, newProgram, socket, server, state);
    }

    /** Why its daemon cannot do it, and what to do; one whose version is not known is taken at its word. */
    public Optional<Obstacle> tooOldFor(Ability ability) {
        Optional<LeastVersion> since = front.server()
                .flatMap(asked -> Optional.ofNullable(asked.since().get(ability)));
        return since.flatMap(least -> server.filter(version -> !least.isMetBy(version))
                .map(version -> new Obstacle(
                        "%s %s at %s cannot %s: that takes %s or newer"
                                .formatted(front.tool().name(), version, socket.orElse(""), ability.words(), least),
                        "benchmarks.jar provision daemons, whose release can, and which are used where %s names no other"
                                .formatted(front.socket()
                                        .map(ContainerFront.Socket::variable)
                                        .orElse("nothing")))));
    }

    public List<String> run(ContainerRun run) {
        return render(Verb.RUN, describe(run), lists(run, options(run, List.of(Option.values()))));
    }

    public List<String> create(ContainerRun run) {
        List<Option> known = Stream.of(Option.values())
                .filter(option -> !front.createWithout().contains(option))
                .toList();
        return render(Verb.CREATE, describe(run), lists(run, options(run, known)));
    }

    public List<String> runBundle(ContainerId id, Path bundle) {
        return render(Verb.RUN, bundled(id, bundle), Map.of());
    }

    public List<String> createBundle(ContainerId id, Path bundle) {
        return render(Verb.CREATE, bundled(id, bundle), Map.of());
    }

    public List<String> start(ContainerId id) {
        return render(Verb.START, Map.of("id", id.toString()), Map.of());
    }

    /** The commands that leave nothing of the container, in their order; each may fail where there is nothing to do. */
    public List<List<String>> removal(ContainerId id) {
        return Stream.of(Verb.KILL, Verb.SETTLE, Verb.REMOVE)
                .filter(front.commands()::containsKey)
                .map(verb -> render(verb, Map.of("id", id.toString()), Map.of()))
                .toList();
    }

    /** Lists the names of containers, ours among them, a line each. */
    public List<String> containers() {
        return render(Verb.CONTAINERS, Map.of(), Map.of());
    }

    public Optional<List<String>> pull(String image) {
        return optional(Verb.PULL, Map.of("image", image));
    }

    public Optional<List<String>> load(Path archive) {
        return optional(Verb.LOAD, Map.of("archive", archive.toString()));
    }

    public Optional<List<String>> forget(String image) {
        return optional(Verb.FORGET, Map.of("image", image));
    }

    /** The commands that remove what an owner's builds of Dockerfiles left half made, in their order. */
    List<List<String>> pruning(ContainerId owner) {
        return Stream.of(Verb.DISCARD, Verb.PRUNE)
                .flatMap(verb -> optional(verb, Map.of("owner", owner.toString())).stream())
                .toList();
    }

    /** Asks for the digest by which the image was pulled. */
    public Optional<List<String>> digest(String image) {
        return optional(Verb.DIGEST, Map.of("image", image));
    }

    Optional<List<String>> ids() {
        return optional(Verb.IDS, Map.of());
    }

    /** Asks what the store holds of these images, or altogether. */
    List<String> held(List<String> images) {
        return render(Verb.HELD, Map.of(), Map.of("args", Bindings.plain(images)));
    }

    Optional<List<String>> unpacked() {
        return optional(Verb.UNPACKED, Map.of());
    }

    /** Lists the names of our images in the engine's store, a line each. */
    public Optional<List<String>> images() {
        return optional(Verb.IMAGES, Map.of());
    }

    /** Tells of every step of every container until it is ended. */
    public Optional<List<String>> events() {
        return optional(Verb.EVENTS, Map.of());
    }

    /** Asks who makes the control groups; a front without the question makes them itself. */
    public Optional<List<String>> driver() {
        return optional(Verb.DRIVER, Map.of());
    }

    private Optional<List<String>> optional(Verb verb, Map<String, String> values) {
        return front.commands().containsKey(verb) ? Optional.of(render(verb, values, Map.of())) : Optional.empty();
    }

    private List<String> render(Verb verb, Map<String, String> values, Map<String, List<Map<String, String>>> lists) {
        ArgumentTemplate template = requireNonNull(
                front.commands().get(verb), () -> "%s has no command '%s'".formatted(front.id(), verb.key()));
        Map<String, String> all = new HashMap<>(values);
        all.put("state", state.toString());
        socket.ifPresent(place -> all.put("socket", place));
        Map<String, List<Map<String, String>>> allLists = new HashMap<>(lists);
        allLists.put("front", Bindings.plain(program));
        return template.render(new Bindings(all, allLists));
    }

    private static Map<String, String> describe(ContainerRun run) {
        return Map.of("id", run.id().toString(), "image", run.image());
    }

    private static Map<String, String> bundled(ContainerId id, Path bundle) {
        return Map.of("id", id.toString(), "bundle", bundle.toString());
    }

    private static Map<String, List<Map<String, String>>> lists(ContainerRun run, List<String> options) {
        return Map.of(
                "options", Bindings.plain(options),
                "entrypoint", Bindings.plain(run.entrypoint()),
                "args", Bindings.plain(run.arguments()));
    }

    private List<String> options(ContainerRun run, List<Option> known) {
        List<String> rendered = new ArrayList<>();
        for (Option option : known) {
            ArgumentTemplate template = front.options().get(option);
            if (template != null) {
                occasions(option, run)
                        .forEach(values -> rendered.addAll(template.render(new Bindings(values, Map.of()))));
            }
        }
        return rendered;
    }

    /** What the option's placeholders stand for, once for each time that the option is given. */
    private static Stream<Map<String, String>> occasions(Option option, ContainerRun run) {
        String id = run.id().toString();
        return switch (option) {
            case NAME -> Stream.of(Map.of("id", id));
            case LABEL -> Stream.of(Map.of("name", LABEL, "value", id));
            case ENV -> pairs(run.environment());
            case MOUNT -> run.mounts().stream().map(ContainerEngine::sides);
            case CPUS -> run.cpus().stream().map(cpus -> Map.of("cpus", cpus));
            case MEMORY -> run.memoryBytes().stream().mapToObj(bytes -> Map.of("memory", Long.toString(bytes)));
            case CGROUP -> run.cgroup().stream().map(cgroup -> Map.of("cgroup", cgroup, "id", id));
            case RUNTIME -> run.runtime().name().stream().map(runtime -> Map.of("runtime", runtime));
            case PROGRAM -> run.runtime().program().stream().map(program -> Map.of("program", program));
            case ANNOTATION -> pairs(run.runtime().annotations());
            case PLATFORM -> run.platform().stream().map(platform -> Map.of("platform", platform));
        };
    }

    private static Stream<Map<String, String>> pairs(Map<String, String> named) {
        return new TreeMap<>(named)
                .entrySet().stream().map(pair -> Map.of("name", pair.getKey(), "value", pair.getValue()));
    }

    private static Map<String, String> sides(BindMount mount) {
        return Map.of("host", mount.host().toString(), "guest", mount.guest());
    }
}
