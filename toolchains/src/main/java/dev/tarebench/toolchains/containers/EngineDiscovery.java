package dev.tarebench.toolchains.containers;

import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.Availability.Ready;
import dev.tarebench.toolchains.Availability.Unavailable;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.CommandFailed;
import dev.tarebench.toolchains.command.CommandResult;
import dev.tarebench.toolchains.template.ArgumentTemplate.Bindings;
import dev.tarebench.toolchains.tools.Standing;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.toolchains.tools.Toolbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Finds out which fronts answer here, and of each other one why not and what to do. It starts nothing. */
public final class EngineDiscovery {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String UNIX = "unix://";

    private final Toolbox toolbox;
    private final Map<String, String> environment;
    private final Path stateRoot;
    private final MountNamespace namespace;
    private final boolean hybridGroups;
    private final boolean started;

    /**
     * @param started whether the daemons run already; those that a run starts for itself are taken at their word
     * @param stateRoot a folder of ours for the state of fronts without a daemon
     * @param namespace where a front starts that refuses hybrid control groups
     * @param hybridGroups whether this machine has them
     */
    public EngineDiscovery(
            Toolbox toolbox,
            Map<String, String> environment,
            Path stateRoot,
            MountNamespace namespace,
            boolean hybridGroups,
            boolean started) {
        this.toolbox = toolbox;
        this.environment = Map.copyOf(environment);
        this.stateRoot = stateRoot;
        this.namespace = namespace;
        this.hybridGroups = hybridGroups;
        this.started = started;
    }

    public Availability<ContainerEngine> find(ContainerFront front) {
        return find(front, Optional.empty());
    }

    /**
     * The front, with the daemon behind a socket that was used before.
     *
     * @param socket empty for a front without a daemon, and where any daemon will do
     */
    public Availability<ContainerEngine> find(ContainerFront front, Optional<String> socket) {
        Standing standing = toolbox.look(front.tool());
        if (standing instanceof Standing.Absent absent) {
            return new Unavailable<>(absent.reason(), absent.remedy());
        }
        if (standing instanceof Standing.Present present) {
            return find(front, present.tool(), socket);
        }
        return new Unavailable<>("%s is not installed".formatted(front.tool().name()), "tare provision " + front.id());
    }

    /** The front with this program for its client or runtime. */
    public Availability<ContainerEngine> find(ContainerFront front, Tool tool) {
        return find(front, tool, Optional.empty());
    }

    private Availability<ContainerEngine> find(ContainerFront front, Tool tool, Optional<String> named) {
        if (front.runs() == Runs.BUNDLE && !isRoot()) {
            return new Unavailable<>(
                    "%s needs root here, and Tare runs as %s"
                            .formatted(front.tool().name(), System.getProperty("user.name")),
                    "run as root, or use docker or podman");
        }
        List<String> candidates = named.map(List::of)
                .or(() -> front.socket().map(this::candidates))
                .orElse(List.of());
        Optional<String> socket = place(candidates);
        if (front.socket().isPresent() && socket.isEmpty()) {
            return new Unavailable<>(
                    "no daemon of %s listens at %s".formatted(front.tool().name(), String.join(", ", candidates)),
                    front.remedy());
        }
        List<String> program =
                new ArrayList<>(front.refusesHybridGroups() && hybridGroups ? namespace.prefix() : List.of());
        program.addAll(tool.start());
        ContainerEngine engine =
                new ContainerEngine(front, tool, program, socket, Optional.empty(), stateRoot.resolve(front.id()));
        return front.server().isPresent() && started
                ? answering(engine, front.server().get())
                : new Ready<>(engine);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private Optional<String> place(List<String> candidates) {
        return candidates.stream()
                // In a folder that may not be looked into it can be there: its client will tell.
                .filter(place -> !started || !Files.notExists(Path.of(place)))
                .findFirst();
    }

    /** What the user names is the only candidate: falling back silently would measure another daemon. */
    private List<String> candidates(ContainerFront.Socket socket) {
        return Optional.ofNullable(environment.get(socket.variable()))
                .filter(value -> !value.isBlank())
                .map(value -> List.of(value.startsWith(UNIX) ? value.substring(UNIX.length()) : value))
                .orElse(socket.places());
    }

    private Availability<ContainerEngine> answering(ContainerEngine engine, ContainerFront.Server server) {
        String socket = engine.socket().orElse("");
        List<String> command = server.command()
                .render(new Bindings(
                        Map.of("socket", socket, "state", engine.state().toString()),
                        Map.of("front", Bindings.plain(engine.program()))));
        try {
            return judge(
                    engine, server, Command.of(command).withTimeout(PATIENCE).run());
        } catch (CommandFailed silent) {
            return new Unavailable<>(
                    "%s does not answer at %s: %s"
                            .formatted(
                                    engine.front().tool().name(),
                                    socket,
                                    firstLine(String.valueOf(silent.getMessage()))),
                    engine.front().remedy());
        }
    }

    /** The verdict on what the daemon said: apart from asking it, so that every answer can be tried. */
    static Availability<ContainerEngine> judge(
            ContainerEngine engine, ContainerFront.Server server, CommandResult answer) {
        String name = engine.front().tool().name();
        String socket = engine.socket().orElse("");
        Matcher version = server.pattern().matcher(answer.standardOutput());
        if (answer.succeeded() && version.find()) {
            return new Ready<>(new ContainerEngine(
                    engine.front(),
                    engine.tool(),
                    engine.program(),
                    engine.socket(),
                    Optional.ofNullable(version.group(1)),
                    engine.state()));
        }
        if (answer.output().contains("permission denied")) {
            return new Unavailable<>(
                    "%s's socket %s may not be used by %s".formatted(name, socket, System.getProperty("user.name")),
                    "run as root, or join the group that owns the socket");
        }
        return new Unavailable<>(
                "no daemon of %s answers at %s: %s".formatted(name, socket, lastLine(answer.output())),
                engine.front().remedy());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String lastLine(String text) {
        return Stream.of(text.strip().split("\\R")).reduce("", (earlier, later) -> later);
    }
}
