package dev.tarebench.benchmarks.selftest;

import dev.tarebench.benchmarks.measure.CleanEnvironment;
import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.catalogue.ResourceFolder;
import dev.tarebench.toolchains.launch.Execution;
import dev.tarebench.toolchains.launch.Invocation;
import dev.tarebench.toolchains.launch.Outcome;
import dev.tarebench.toolchains.launch.ProcessLauncher;
import dev.tarebench.toolchains.launch.ResourceUsage;
import dev.tarebench.workloads.GuestSource;
import dev.tarebench.workloads.build.Artifact;
import dev.tarebench.workloads.build.ArtifactBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program of known behaviour, launched as guests are. */
final class KnownChild implements AutoCloseable {

    private static final String SOURCE = "known.c";
    private static final String STDOUT = "stdout";
    private static final long OUTPUT_LIMIT_BYTES = 1 << 20;

    private final Artifact artifact;
    private final ProcessLauncher launcher;
    private final Path folder;

    private KnownChild(Artifact artifact, ProcessLauncher launcher, Path folder) {
        this.artifact = artifact;
        this.launcher = launcher;
        this.folder = folder;
    }

    /**
     * What the launcher says of one launch, and what the child says of itself.
     *
     * @param lifetime as it says
     * @param cpu as it says
     */
    record Launch(ResourceUsage reported, Duration lifetime, Duration cpu) {

        /** What the launcher adds to the child's lifetime: start-up and reaping, which belong to the wall time. */
        Duration outside() {
            return reported.wall().minus(lifetime);
        }

        Optional<Duration> reportedCpu() {
            return reported.user().flatMap(user -> reported.system().map(user::plus));
        }
    }

    static KnownChild build(ArtifactBuilder builder, ProcessLauncher launcher) {
        byte[] source = ResourceFolder.beside(KnownChild.class, "tare/selftest").read(SOURCE);
        GuestSource guest = new GuestSource("c", Map.of(SOURCE, source), List.of(SOURCE), Map.of());
        Artifact program = builder.build("the child of known behaviour", guest, Map.of("_GNU_SOURCE", "1"), "native");
        try {
            return new KnownChild(program, launcher, Files.createTempDirectory("tare-selftest"));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder can be made for the self-test", e);
        }
    }

    Artifact artifact() {
        return artifact;
    }

    /** The folder that it is launched in. */
    Path folder() {
        return folder;
    }

    /** Launches whatever starts it. */
    Execution launch(List<String> command) {
        return launcher.launch(new Invocation(
                command,
                CleanEnvironment.with(Map.of()),
                folder,
                Optional.empty(),
                folder.resolve(STDOUT),
                folder.resolve("stderr"),
                Duration.ofMinutes(2),
                OUTPUT_LIMIT_BYTES,
                List.of(),
                0,
                List.of()));
    }

    Launch launch(String what, long amount) {
        Execution execution = launch(List.of(artifact.file().toString(), what, Long.toString(amount)));
        if (!(execution.outcome() instanceof Outcome.Completed)
                || execution.usage().isEmpty()) {
            throw new SetupFailure(
                    "the child that does '%s %d' %s"
                            .formatted(what, amount, execution.outcome().explanation()),
                    "see that the machine has the memory and the time for it");
        }
        Said said = said();
        return new Launch(execution.usage().get(), said.lifetime(), said.cpu());
    }

    /**
     * What the child that was launched last says of itself.
     *
     * @param lifetime from the beginning of its {@code main} to the end, by its own monotonic clock
     * @param cpu that it had used by then, by its own process clock
     */
    record Said(Duration lifetime, Duration cpu) {}

    Said said() {
        try {
            String[] said = Files.readString(folder.resolve(STDOUT), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ", -1);
            return new Said(Duration.ofNanos(Long.parseLong(said[0])), Duration.ofNanos(Long.parseLong(said[1])));
        } catch (IOException e) {
            throw new UncheckedIOException("what the child of known behaviour said cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        Tree.delete(folder);
    }
}
