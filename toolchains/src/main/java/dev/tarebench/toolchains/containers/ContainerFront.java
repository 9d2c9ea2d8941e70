package dev.tarebench.toolchains.containers;

import dev.tarebench.toolchains.install.PathInstall;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.toolchains.tools.LeastVersion;
import dev.tarebench.toolchains.tools.ToolDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One way to run containers, as its file describes it.
 *
 * @param socket where the daemon listens, for a front that has one
 * @param server how to ask the daemon for its version
 * @param createWithout the options that creating does not know although running does
 * @param runtimes the fronts without a daemon whose program can take the usual runtime's place below this one
 * @param advice lines that its client puts below an error, whatever that is
 * @param refusesHybridGroups whether it does not start where version 2 control groups lie beside version 1
 */
public record ContainerFront(
        ToolDescription tool,
        Runs runs,
        ExitCode exitCode,
        Optional<Socket> socket,
        Optional<Server> server,
        Map<Option, ArgumentTemplate> options,
        Map<Verb, ArgumentTemplate> commands,
        Set<Option> createWithout,
        List<String> runtimes,
        Optional<Pattern> advice,
        boolean refusesHybridGroups) {

    /** The variable that names a daemon's socket, and where it lies otherwise. */
    public record Socket(String variable, List<String> places) {

        public Socket {
            places = List.copyOf(places);
        }
    }

    /**
     * A command to which the daemon answers its version, and the pattern that finds it.
     *
     * @param since the release with which it learned what it could not do always
     */
    public record Server(ArgumentTemplate command, Pattern pattern, Map<Ability, LeastVersion> since) {

        public Server {
            since = Map.copyOf(since);
        }
    }

    public ContainerFront {
        options = Map.copyOf(options);
        commands = Map.copyOf(commands);
        createWithout = Set.copyOf(createWithout);
        runtimes = List.copyOf(runtimes);
    }

    public String id() {
        return tool.id();
    }

    /** Whether a container that is created before it is started can stand in a group of ours. */
    public boolean createsInGroups() {
        return !createWithout.contains(Option.CGROUP);
    }

    /** Whether a registry can be run and Dockerfiles be built by it: Testcontainers, which does both, knows no other. */
    public boolean runsRegistry() {
        return id().equals("docker");
    }

    /** Whether it pulls images into a store of its own, and tells what that holds. */
    public boolean pulls() {
        return commands.keySet().containsAll(Set.of(Verb.PULL, Verb.FORGET, Verb.DIGEST, Verb.HELD));
    }

    /** What a person does to have this front, its daemon included. */
    String remedy() {
        return tool.install() instanceof PathInstall system ? system.remedy() : "";
    }
}
