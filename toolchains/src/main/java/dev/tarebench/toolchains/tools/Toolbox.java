package dev.tarebench.toolchains.tools;

import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.cache.Entry;
import dev.tarebench.toolchains.command.CommandFailed;
import dev.tarebench.toolchains.command.SearchPath;
import dev.tarebench.toolchains.install.Cost;
import dev.tarebench.toolchains.install.Install;
import dev.tarebench.toolchains.install.Obstacle;
import dev.tarebench.toolchains.install.OtherTools;
import dev.tarebench.toolchains.install.Workshop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds tools and brings them: first what the user names, then the PATH, then the cache, then the package client. */
public final class Toolbox {

    private static final String KIND = "tools";

    /** As {@link #key} makes it. */
    private static final Pattern KEY = Pattern.compile("(?<id>.+)-[0-9a-f]{16}");

    private final Cache cache;
    private final Workshop workshop;
    private final ToolIdentities identities;
    private Optional<Path> hosts = Optional.empty();
    private final Map<String, Tool> present = new ConcurrentHashMap<>();

    public Toolbox(Cache cache, Workshop workshop) {
        this.cache = cache;
        this.workshop = workshop;
        this.identities = new ToolIdentities(cache.root().resolve("identities"));
    }

    /** Looks where the tool stands and installs nothing; what was found stays found for as long as this box lives. */
    public Standing look(ToolDescription description) {
        Tool known = present.get(description.id());
        if (known != null) {
            return new Standing.Present(known);
        }
        Standing standing = search(description);
        if (standing instanceof Standing.Present here) {
            present.put(description.id(), here.tool());
        }
        return standing;
    }

    private Standing search(ToolDescription description) {
        Optional<Tool> found;
        try {
            found = find(description);
        } catch (SetupFailure e) {
            return new Standing.Absent(String.valueOf(e.getMessage()), e.remedy());
        }
        if (found.isPresent() && lent(description).size() == description.uses().size()) {
            return new Standing.Present(found.get());
        }
        Optional<Obstacle> obstacle =
                missingOther(description).or(() -> found.isPresent() ? Optional.empty() : byHand(description));
        if (obstacle.isPresent()) {
            return new Standing.Absent(
                    "%s cannot be had here: %s"
                            .formatted(description.name(), obstacle.get().reason()),
                    obstacle.get().remedy());
        }
        Cost cost = description.install().cost();
        return found.isEmpty() && cost.slow()
                ? new Standing.Absent(
                        "%s is not installed".formatted(description.name()),
                        "benchmarks.jar provision %s (%s)".formatted(description.id(), cost.about()))
                : new Standing.Obtainable(description);
    }

    /** The tool, brought now if it is not here and can come by itself. */
    public Tool obtain(ToolDescription description) {
        Standing standing = look(description);
        if (standing instanceof Standing.Present present) {
            return present.tool();
        }
        if (standing instanceof Standing.Absent absent) {
            throw new SetupFailure(absent.reason(), absent.remedy());
        }
        return provision(description);
    }

    /** The tool, brought now if it is not here, however long that takes, and whatever it is used with. */
    public Tool provision(ToolDescription description) {
        description.uses().forEach(workshop.otherTools()::obtain);
        Optional<Tool> found = find(description);
        if (found.isPresent()) {
            return found.get();
        }
        byHand(description).ifPresent(obstacle -> {
            throw new SetupFailure(
                    "%s cannot be installed by Tare: %s".formatted(description.name(), obstacle.reason()),
                    obstacle.remedy());
        });
        Install install = description.install();
        Entry entry = cache.obtain(KIND, key(description), folder -> {
            workshop.progress()
                    .report("installing %s: %s (%s)"
                            .formatted(
                                    description.name(),
                                    install.what(),
                                    install.cost().about()));
            return fill(install, folder);
        });
        return installed(description, entry);
    }

    /** Why the tool cannot be brought by Tare on this machine, and what to do; empty when it can. */
    public Optional<Obstacle> byHand(ToolDescription description) {
        return description.install().obstacle(workshop);
    }

    /** What a command in which the tool starts other tools must have in its environment. */
    public Map<String, String> environmentOfOthers(ToolDescription description) {
        Map<String, String> environment = new HashMap<>();
        lent(description).values().forEach(other -> environment.putAll(other.environment()));
        return Map.copyOf(environment);
    }

    private Map<String, OtherTools.Borrowed> lent(ToolDescription description) {
        Map<String, OtherTools.Borrowed> lent = new HashMap<>();
        description.uses().forEach(id -> workshop.otherTools().present(id).ifPresent(other -> lent.put(id, other)));
        return lent;
    }

    private Optional<Obstacle> missingOther(ToolDescription description) {
        return description.uses().stream()
                .flatMap(id -> workshop.otherTools().obstacle(id).stream())
                .findFirst();
    }

    private Optional<Tool> find(ToolDescription description) {
        return named(description)
                .or(() -> onPath(description))
                .or(() -> cache.find(KIND, key(description)).map(entry -> installed(description, entry)));
    }

    private List<Path> fill(Install install, Path folder) throws IOException {
        try {
            return install.into(folder, workshop);
        } catch (CommandFailed e) {
            throw new SetupFailure(
                    "installing %s failed: %s".formatted(install.what(), e.getMessage()),
                    "mend what the client complains of and start again; nothing half-made was left",
                    e);
        }
    }

    private Optional<Tool> named(ToolDescription description) {
        return Optional.ofNullable(workshop.environment().get(description.variable()))
                .filter(value -> !value.isBlank())
                .map(value -> {
                    Path file = Path.of(value).toAbsolutePath();
                    if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
                        throw new SetupFailure(
                                "%s names %s, which is not an executable file".formatted(description.variable(), file),
                                "set it to the program, or unset it");
                    }
                    return foreign(description, file, Tool.Origin.VARIABLE);
                });
    }

    private Optional<Tool> onPath(ToolDescription description) {
        return description
                .install()
                .program()
                .flatMap(new SearchPath(workshop.environment().getOrDefault("PATH", ""))::find)
                .map(file -> foreign(description, Path.of(file), Tool.Origin.PATH))
                .filter(tool -> description.version().suffices(tool.version()));
    }

    private Tool foreign(ToolDescription description, Path file, Tool.Origin origin) {
        Path folder = file.getParent() == null ? file : file.getParent();
        return identified(description, file, List.of(file.toString()), folder, origin);
    }

    private Tool installed(ToolDescription description, Entry entry) {
        Install install = description.install();
        Path folder = entry.directory();
        return identified(
                description, install.mainFile(folder), install.start(folder, workshop), folder, Tool.Origin.INSTALLED);
    }

    private Tool identified(
            ToolDescription description, Path file, List<String> start, Path folder, Tool.Origin origin) {
        Map<String, String> places = new HashMap<>(Map.of("install", folder.toString(), "hosts", hosts().toString()));
        lent(description).forEach((id, other) -> places.put(id, other.program().toString()));
        try {
            ToolIdentities.Identity identity = identities.of(description, file, start, places);
            return new Tool(description, file, start, places, identity.version(), identity.sha256(), origin);
        } catch (UncheckedIOException | CommandFailed e) {
            throw new SetupFailure(
                    "%s was found but does not work: %s".formatted(description.name(), e.getMessage()),
                    "mend it, or take it away from the PATH or from " + description.variable(),
                    e);
        }
    }

    /** Our own small embedders as files, since engines read scripts and settings from files only. */
    private synchronized Path hosts() {
        if (hosts.isEmpty()) {
            hosts = Optional.of(unpackHosts());
        }
        return hosts.get();
    }

    private Path unpackHosts() {
        Digest digest = new Digest();
        List<String> names = workshop.hosts().list();
        names.forEach(name -> digest.text(name).bytes(workshop.hosts().read(name)));
        return cache.obtain("hosts", digest.hex().substring(0, 16), folder -> {
                    workshop.hosts().copyTo(folder);
                    return names.stream().map(folder::resolve).toList();
                })
                .directory();
    }

    /** What the cache holds of these tools in other builds than the one that is asked for now. */
    public List<Path> others(Collection<ToolDescription> descriptions) {
        Map<String, String> wanted = new HashMap<>();
        descriptions.forEach(description -> wanted.put(description.id(), key(description)));
        Path folder = cache.root().resolve(KIND);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> {
                        Matcher key = KEY.matcher(String.valueOf(entry.getFileName()));
                        return key.matches()
                                && wanted.containsKey(key.group("id"))
                                && !key.group().equals(wanted.get(key.group("id")));
                    })
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot look into %s".formatted(folder), unreadable);
        }
    }

    /** What decides which build of the tool is brought. */
    public List<String> identity(ToolDescription description) {
        return description.install().identity(workshop);
    }

    private String key(ToolDescription description) {
        Digest digest = new Digest();
        identity(description).forEach(digest::text);
        return description.id() + "-" + digest.hex().substring(0, 16);
    }
}
