package dev.tarebench.toolchains.containers;

import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.CommandFailed;
import dev.tarebench.toolchains.command.CommandResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Removes what carries our name and has no living owner: the end of every run, and the start of the next. */
public final class ContainerSweep {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ContainerEngine engine;

    public ContainerSweep(ContainerEngine engine) {
        this.engine = engine;
    }

    /** Removes those of our containers that are wanted gone, and answers their names. */
    public List<ContainerId> containers(Predicate<ContainerId> wanted) {
        List<ContainerId> removed = lines(attempt(engine.containers())).stream()
                .map(ContainerId::parse)
                .flatMap(Optional::stream)
                .filter(wanted)
                .toList();
        removed.forEach(this::remove);
        return removed;
    }

    /**
     * Removes those of our containers and images that are wanted gone, and says whether they are; of an engine that does
     * not answer nobody can say that.
     */
    public boolean clear(Predicate<ContainerId> containers, Predicate<String> images) {
        containers(containers);
        images(images);
        return holdsNone(
                        engine.containers(),
                        name -> ContainerId.parse(name).filter(containers).isPresent())
                && engine.images().map(listing -> holdsNone(listing, images)).orElse(true);
    }

    /** Removes what builds of Dockerfiles left that an owner had begun and did not bring to their end. */
    public void prune(ContainerId owner) {
        engine.pruning(owner).forEach(ContainerSweep::attempt);
    }

    private static boolean holdsNone(List<String> command, Predicate<String> wanted) {
        Optional<CommandResult> listing = attempt(command).filter(CommandResult::succeeded);
        return listing.isPresent() && lines(listing).stream().noneMatch(wanted);
    }

    /** Removes one container whatever its state; that it is gone already is no fault. */
    public void remove(ContainerId id) {
        engine.removal(id).forEach(ContainerSweep::attempt);
    }

    /** Removes those of our images that are wanted gone from the engine's store, and answers their names. */
    public List<String> images(Predicate<String> wanted) {
        List<String> names = engine.images().map(command -> lines(attempt(command))).orElse(List.of()).stream()
                .filter(wanted)
                .toList();
        names.forEach(name -> engine.forget(name).ifPresent(ContainerSweep::attempt));
        return names;
    }

    /** The names in a listing. Podman and docker print several names of one container in one line. */
    static List<String> lines(Optional<CommandResult> listing) {
        List<String> lines = new ArrayList<>();
        listing.filter(CommandResult::succeeded)
                .map(CommandResult::standardOutput)
                .ifPresent(text -> Stream.of(text.split("[\\s,]+", -1))
                        .filter(name -> !name.isBlank() && !name.contains("<none>"))
                        .forEach(lines::add));
        return List.copyOf(lines);
    }

    private static Optional<CommandResult> attempt(List<String> command) {
        try {
            return Optional.of(Command.of(command).withTimeout(PATIENCE).run());
        } catch (CommandFailed gone) {
            // Sweeping must go on to the next thing where an engine has stopped answering.
            return Optional.empty();
        }
    }
}
