package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.containers.ClientPipes;
import dev.tarebench.toolchains.containers.ContainerEngine;
import dev.tarebench.toolchains.containers.ContainerId;
import dev.tarebench.toolchains.containers.ContainerSweep;
import dev.tarebench.toolchains.containers.ControlGroups;
import dev.tarebench.toolchains.containers.MountNamespace;
import dev.tarebench.toolchains.containers.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folder of one run that uses containers. It is there for exactly as long as something may be left in an engine, and
 * tells in which, so that a run after a killed one asks those alone.
 */
final class Berth {

    private static final String FOLDER = "docks";
    private static final String ENGINES = "engines";
    private static final String NAMESPACE = "namespace";

    private final Cache cache;
    private final Path folder;
    private final List<ContainerEngine> lasting;

    private Berth(Cache cache, Path folder, List<ContainerEngine> lasting) {
        this.cache = cache;
        this.folder = folder;
        this.lasting = List.copyOf(lasting);
    }

    /** This process's folder, whether or not it is there. */
    static Path place(Cache cache) {
        return cache.root().resolve(FOLDER).resolve(new ContainerId(ProcessIdentity.current(), 0).toString());
    }

    static Path namespace(Path berth) {
        return berth.resolve(NAMESPACE);
    }

    /** @param lasting the engines that the run uses and that outlive it */
    static Berth take(Cache cache, List<ContainerEngine> lasting) {
        Path folder = place(cache);
        try {
            Files.createDirectories(folder);
            EngineAddress.write(
                    folder.resolve(ENGINES),
                    lasting.stream().map(EngineAddress::of).toList());
        } catch (IOException unwritable) {
            throw new SetupFailure(
                    "the folder %s cannot be made: %s".formatted(folder, unwritable), "see that the disk has room");
        }
        return new Berth(cache, folder, lasting);
    }

    Path folder() {
        return folder;
    }

    /** Removes everything of this run. */
    void leave() {
        ProcessIdentity self = ProcessIdentity.current();
        List<ContainerEngine> silent = lasting.stream()
                .filter(engine -> !cleared(engine, folder, self::equals))
                .toList();
        sweepGroups();
        sweepPipes(self::equals);
        if (silent.isEmpty()) {
            remove(folder);
        } else {
            closeNamespace(folder);
            silent.forEach(engine -> report(cache, EngineAddress.of(engine), folder));
        }
    }

    /** Removes what killed runs left in the engines that they used, and says of how many runs nothing is left. */
    static int sweep(Cache cache, Fronts fronts) {
        List<Path> dead = dead(cache);
        if (dead.isEmpty()) {
            return 0;
        }
        boolean inside = dead.stream()
                .flatMap(berth -> EngineAddress.read(berth.resolve(ENGINES)).stream())
                .anyMatch(fronts::startsInNamespace);
        if (inside) {
            fronts.namespace().open();
        }
        try {
            return sweep(cache, fronts, dead);
        } finally {
            if (inside) {
                remove(place(cache));
            }
        }
    }

    private static int sweep(Cache cache, Fronts fronts, List<Path> dead) {
        int removed = 0;
        for (Path berth : dead) {
            List<EngineAddress> silent = EngineAddress.read(berth.resolve(ENGINES)).stream()
                    .filter(address -> !cleared(fronts.at(address), berth))
                    .toList();
            if (silent.isEmpty()) {
                remove(berth);
                removed++;
            } else {
                silent.forEach(address -> report(cache, address, berth));
            }
        }
        sweepGroups();
        sweepPipes(owner -> !owner.alive());
        return removed;
    }

    private static boolean cleared(Availability<ContainerEngine> engine, Path berth) {
        return engine instanceof Availability.Ready<ContainerEngine> answering
                && cleared(answering.value(), berth, owner -> !owner.alive());
    }

    private static boolean cleared(ContainerEngine engine, Path berth, Predicate<ProcessIdentity> owner) {
        ContainerSweep sweep = new ContainerSweep(engine);
        ContainerId.parse(String.valueOf(berth.getFileName())).ifPresent(sweep::prune);
        return sweep.clear(
                id -> owner.test(id.owner()),
                name -> ImageName.owner(name).filter(owner).isPresent());
    }

    private static void report(Cache cache, EngineAddress silent, Path berth) {
        cache.progress()
                .report("%s does not answer; what the run %s left in it stays until the first run with which it does"
                        .formatted(silent, berth.getFileName()));
    }

    private static void sweepGroups() {
        if (ControlGroups.find() instanceof Availability.Ready<ControlGroups> groups) {
            try {
                groups.value().sweep();
                groups.value().removeEmptyParents();
            } catch (IOException busy) {
                throw new UncheckedIOException("control groups that a killed run left cannot be removed", busy);
            }
        }
    }

    private static void sweepPipes(Predicate<ProcessIdentity> owner) {
        try {
            ClientPipes.usual().sweep(owner);
        } catch (IOException stuck) {
            throw new UncheckedIOException("pipes of containerd's clients cannot be removed", stuck);
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

    private static void closeNamespace(Path berth) {
        new MountNamespace(namespace(berth)).close();
    }

    private static void remove(Path berth) {
        try {
            closeNamespace(berth);
            Tree.delete(berth);
        } catch (IOException stuck) {
            throw new UncheckedIOException("cannot remove %s".formatted(berth), stuck);
        }
    }
}
