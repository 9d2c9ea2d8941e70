package dev.tarebench.benchmarks.quickstart;

import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.FileLock;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.CommandFailed;
import dev.tarebench.workloads.GuestSource;
import dev.tarebench.workloads.build.ArtifactBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Prepares quick starts: a run of no interest, whose classes the JVM archives, after a run that was of interest.
 *
 * <p>The archive is one by itself and not a layer on the JDK's: older JVMs leave old class files out of a layer, and the
 * parser of the command line consists of hundreds of them.
 */
public final class Rehearsal {

    private static final String CELL = "startup/noop-c@native";
    private static final String PLACE = "library";
    private static final String SOURCE = "replace.c";

    private final Cache cache;
    private final ArtifactBuilder builder;

    public Rehearsal(Cache cache, ArtifactBuilder builder) {
        this.cache = cache;
        this.builder = builder;
    }

    /** Prepares what is missing, if this JVM was started so that the next one can be started better. */
    public void holdIfNeeded() {
        Optional<PlainStart> start = PlainStart.ofThisProcess();
        if (start.isEmpty()) {
            return;
        }
        try {
            Optional<FileLock> lock =
                    FileLock.tryAcquire(cache.root().resolve("locks").resolve("quickstart.lock"));
            if (lock.isPresent()) {
                hold(start.get(), lock.get());
            }
        } catch (IOException | SetupFailure | CommandFailed e) {
            cache.progress().report("later starts will be no quicker: " + e.getMessage());
        }
    }

    private void hold(PlainStart start, FileLock lock) throws IOException {
        try {
            String stamp = start.stamp();
            if (!Provisions.of(stamp).serve(stamp)) {
                hold(start.jar(), stamp);
            }
        } finally {
            lock.close();
        }
    }

    private void hold(Path jar, String stamp) throws IOException {
        cache.progress().report("preparing quicker starts, once for this build");
        Provisions wanted = Provisions.of(stamp);
        Path all = Files.createDirectories(wanted.folder().resolveSibling(".making"));
        Tree.delete(all);
        Provisions made = new Provisions(
                Files.createDirectories(all.resolve(UUID.randomUUID().toString())));
        try {
            Files.copy(
                    builder.build("the quick start", source(), Map.of(), PLACE).file(), made.library());
            rehearse(jar, made);
            made.seal(stamp);
            Tree.delete(wanted.folder());
            Files.move(made.folder(), wanted.folder(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Tree.delete(all);
        }
    }

    private static void rehearse(Path jar, Provisions made) throws IOException {
        Path classes = made.folder().resolve("classes");
        Path out = made.folder().resolve("rehearsal");
        List<String> run = new ArrayList<>(made.options("-XX:DumpLoadedClassList=" + classes));
        run.addAll(List.of("-jar", jar.toString(), "run", CELL, "--rounds=2", "--out=" + out));
        java(run);
        Tree.delete(out);
        java(List.of(
                "-Xshare:dump",
                // The one collector that can lay objects into an archive on every Java; each can read them.
                "-XX:+UseG1GC",
                "-XX:SharedClassListFile=" + classes,
                "-XX:SharedArchiveFile=" + made.archive(),
                "-cp",
                jar.toString()));
        Files.delete(classes);
    }

    private static void java(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        Command.of(command).withTimeout(Duration.ofMinutes(5)).runChecked();
    }

    private static GuestSource source() throws IOException {
        try (InputStream in = Rehearsal.class.getResourceAsStream("/tare/quickstart/" + SOURCE)) {
            if (in == null) {
                throw new IOException(SOURCE + " is missing in this build");
            }
            return new GuestSource("c", Map.of(SOURCE, in.readAllBytes()), List.of(SOURCE), Map.of());
        }
    }
}
