package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.containers.ContainerEngine;
import dev.tarebench.toolchains.containers.ContainerFront;
import dev.tarebench.toolchains.containers.ContainerId;
import dev.tarebench.toolchains.containers.ContainerSweep;
import dev.tarebench.toolchains.containers.ControlGroups;
import dev.tarebench.toolchains.containers.MountNamespace;
import dev.tarebench.toolchains.containers.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folder of one run that uses containers. It is there for exactly as long as something may be left in an engine, so
 * that a run after a killed one need not ask every engine to know that there is nothing to remove.
 */
final class Berth {

    private static final String FOLDER = "docks";
    private static final String FRONTS = "fronts";
    private static final String NAMESPACE = "namespace";

    private final Path folder;
    private final Fronts fronts;
    private final List<ContainerFront> used;

    private Berth(Path folder, Fronts fronts, List<ContainerFront> used) {
        this.folder = folder;
        this.fronts = fronts;
        this.used = List.copyOf(used);
    }

    /** This process's folder, whether or not it is there. */
    static Path place(Cache cache) {
        return cache.root().resolve(FOLDER).resolve(new ContainerId(ProcessIdentity.current(), 0).toString());
    }

    static Path namespace(Path berth) {
        return berth.resolve(NAMESPACE);
    }

    static Berth take(Cache cache, Fronts fronts, List<ContainerFront> used) {
        Path folder = place(cache);
        try {
            Files.createDirectories(folder);
            Files.write(
                    folder.resolve(FRONTS),
                    used.stream().map(ContainerFront::id).toList(),
                    StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new SetupFailure(
                    "the folder %s cannot be made: %s".formatted(folder, unwritable), "see that the disk has room");
        }
        return new Berth(folder, fronts, used);
    }

    Path folder() {
        return folder;
    }

    /** Removes everything of this run. */
    void leave() {
        ProcessIdentity self = ProcessIdentity.current();
        fronts.answering(used).forEach(engine -> clear(engine, self::equals));
        remove(folder);
    }

    /** Removes what killed runs left, with any front of the catalogue, and says how many runs those were. */
    static int sweep(Cache cache, Fronts fronts, Collection<ContainerFront> all) {
        List<Path> dead = dead(cache);
        if (dead.isEmpty()) {
            return 0;
        }
        fronts.answering(all).forEach(engine -> clear(engine, owner -> !owner.alive()));
        sweepGroups();
        int removed = 0;
        for (Path berth : dead) {
            Optional<String> silent = silentFront(berth, fronts, all);
            silent.ifPresentOrElse(
                    front -> cache.progress()
                            .report("%s does not answer; what the killed run %s left in it stays until it does"
                                    .formatted(front, berth.getFileName())),
                    () -> remove(berth));
            removed += silent.isPresent() ? 0 : 1;
        }
        return removed;
    }

    private static void clear(ContainerEngine engine, Predicate<ProcessIdentity> owner) {
        ContainerSweep sweep = new ContainerSweep(engine);
        sweep.containers(id -> owner.test(id.owner()));
        sweep.images(name -> ImageName.owner(name).filter(owner).isPresent());
    }

    private static void sweepGroups() {
        if (ControlGroups.find() instanceof Availability.Ready<ControlGroups> groups) {
            try {
                groups.value().sweep();
            } catch (IOException busy) {
                throw new UncheckedIOException("control groups that a killed run left cannot be removed", busy);
            }
        }
    }

    private static List<Path> dead(Cache cache) {
        Path docks = cache.root().resolve(FOLDER);
        if (!Files.isDirectory(docks)) {
            return List.of();
        }
        try (Stream<Path> berths = Files.list(docks)) {
            return berths.filter(berth -> ContainerId.parse(String.valueOf(berth.getFileName()))
                            .filter(id -> !id.owner().alive())
                            .isPresent())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot look into %s".formatted(docks), unreadable);
        }
    }

    private static Optional<String> silentFront(Path berth, Fronts fronts, Collection<ContainerFront> all) {
        try {
            Path record = berth.resolve(FRONTS);
            List<String> used = Files.exists(record) ? Files.readAllLines(record, StandardCharsets.UTF_8) : List.of();
            return all.stream()
                    .filter(front -> used.contains(front.id()))
                    .filter(front -> fronts.find(front) instanceof Availability.Unavailable)
                    .map(ContainerFront::id)
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read what %s used".formatted(berth), unreadable);
        }
    }

    private static void remove(Path berth) {
        try {
            new MountNamespace(namespace(berth)).close();
            Tree.delete(berth);
        } catch (IOException stuck) {
            throw new UncheckedIOException("cannot remove %s".formatted(berth), stuck);
        }
    }
}
