package dev.tarebench.benchmarks.dock;

import dev.tarebench.toolchains.Availability;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Tree;
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

    private final Path folder;
    private final List<ContainerEngine> lasting;

    private Berth(Path folder, List<ContainerEngine> lasting) {
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
        return new Berth(folder, lasting);
    }

    Path folder() {
        return folder;
    }

    /** Removes everything of this run. */
    void leave() {
        ProcessIdentity self = ProcessIdentity.current();
        lasting.forEach(engine -> clear(engine, self::equals));
        remove(folder);
    }

    /** Removes what killed runs left in the engines that they used, and says of how many runs nothing is left. */
    static int sweep(Cache cache, Fronts fronts) {
        List<Path> dead = dead(cache);
        if (dead.isEmpty()) {
            return 0;
        }
        int removed = 0;
        for (Path berth : dead) {
            List<EngineAddress> silent = EngineAddress.read(berth.resolve(ENGINES)).stream()
                    .filter(address -> !cleared(fronts.at(address)))
                    .toList();
            if (silent.isEmpty()) {
                remove(berth);
                removed++;
            } else {
                silent.forEach(address -> cache.progress()
                        .report("%s does not answer; what the killed run %s left in it stays until it does"
                                .formatted(address, berth.getFileName())));
            }
        }
        sweepGroups();
        return removed;
    }

    private static boolean cleared(Availability<ContainerEngine> engine) {
        if (engine instanceof Availability.Ready<ContainerEngine> answering) {
            clear(answering.value(), owner -> !owner.alive());
            return true;
        }
        return false;
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

    private static void remove(Path berth) {
        try {
            new MountNamespace(namespace(berth)).close();
            Tree.delete(berth);
        } catch (IOException stuck) {
            throw new UncheckedIOException("cannot remove %s".formatted(berth), stuck);
        }
    }
}
