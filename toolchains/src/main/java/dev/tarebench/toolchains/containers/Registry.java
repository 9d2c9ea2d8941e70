package dev.tarebench.toolchains.containers;

import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.command.Companion;
import dev.tarebench.toolchains.command.LogEnd;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The registry of one run, and the builder of Dockerfiles. Testcontainers keeps them, in a process of its own: its
 * settings can only be given by the environment, its threads would run beside what is measured, and a process that sees
 * the end of its input removes its containers even after this one was killed.
 */
public final class Registry implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BUILD_PATIENCE = Duration.ofMinutes(20);
    private static final Path INSIDE_DOCKER = Path.of("/.dockerenv");

    private final Process keeper;
    private final Writer requests;
    private final BufferedReader answers;
    private final URI address;
    private final Path log;

    private Registry(Process keeper, Path log, Duration patience) {
        this.keeper = keeper;
        this.log = log;
        this.requests = keeper.outputWriter(StandardCharsets.UTF_8);
        this.answers = keeper.inputReader(StandardCharsets.UTF_8);
        this.address = URI.create(answer(patience, "ready"));
    }

    /**
     * Starts the registry with the daemon behind the socket.
     *
     * @param image the image of a registry, which the daemon holds
     * @param reaper whether Testcontainers' own reaper can be had; without its image it would wait minutes for it
     */
    public static Registry start(ContainerId id, String image, String socket, boolean reaper, Path log) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                // By this name Testcontainers logs what a build prints.
                "-Dorg.slf4j.simpleLogger.log.tc=debug",
                "-cp",
                System.getProperty("java.class.path"),
                RegistryKeeper.class.getName(),
                id.toString(),
                image);
        try {
            Map<String, String> environment = environment(socket, reaper, Files.exists(INSIDE_DOCKER));
            return new Registry(Companion.start(command, environment, log), log, PATIENCE);
        } catch (IOException unstartable) {
            throw new SetupFailure(
                    "the registry's process could not be started: " + unstartable.getMessage(),
                    "see that %s can be run".formatted(command.get(0)),
                    unstartable);
        }
    }

    /** What Testcontainers must be told on this machine; the user need not know of it. */
    static Map<String, String> environment(String socket, boolean reaper, boolean insideDocker) {
        Map<String, String> environment = new HashMap<>();
        environment.put("DOCKER_HOST", "unix://" + socket);
        environment.put("TESTCONTAINERS_RYUK_DISABLED", Boolean.toString(!reaper));
        environment.put("TESTCONTAINERS_CHECKS_DISABLE", "true");
        if (insideDocker) {
            // Else it looks for the daemon's address by a container of Alpine, which it waits for in vain.
            environment.put("TESTCONTAINERS_HOST_OVERRIDE", "127.0.0.1");
        }
        return Map.copyOf(environment);
    }

    /** The registry's root, as {@code http://127.0.0.1:32768/}. */
    public URI address() {
        return address;
    }

    /** The name under which engines know an image in this registry. */
    public String reference(String repository, String tag) {
        return "%s:%d/%s:%s".formatted(address.getHost(), address.getPort(), repository, tag);
    }

    /** Builds the Dockerfile in the folder with the daemon, and names what comes of it. */
    public synchronized void build(Path folder, String reference) {
        LogEnd said = LogEnd.fromNow(log);
        try {
            requests.write("%s\t%s\n".formatted(folder.toAbsolutePath(), reference));
            requests.flush();
        } catch (IOException gone) {
            throw new SetupFailure("the registry's process is gone", "see its log", gone);
        }
        String line = line(BUILD_PATIENCE);
        if (!line.startsWith("built ")) {
            throw new SetupFailure(
                    "Docker did not build %s: %s%n%s".formatted(reference, line, said.text()),
                    "see the last lines of the build, and that the daemon's disk has room");
        }
    }

    /** Waits for an answer of this kind; everything else ends the keeper, since nothing would be in step any more. */
    private String answer(Duration patience, String kind) {
        String line = line(patience);
        if (!line.startsWith(kind + " ")) {
            close();
            throw new SetupFailure(
                    line.isEmpty() ? "the registry's process ended before it answered" : "the registry failed: " + line,
                    "see that the daemon runs and can start containers with a published port");
        }
        return line.substring(kind.length() + 1);
    }

    private String line(Duration patience) {
        try {
            return CompletableFuture.supplyAsync(this::line).get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException silent) {
            close();
            throw new SetupFailure(
                    "the registry's process did not answer within %s".formatted(patience), "see its log", silent);
        } catch (InterruptedException interrupted) {
            close();
            Thread.currentThread().interrupt();
            throw new SetupFailure("interrupted while waiting for the registry", "", interrupted);
        }
    }

    private String line() {
        try {
            return Objects.requireNonNullElse(answers.readLine(), "");
        } catch (IOException unreadable) {
            return "unreadable: " + unreadable.getMessage();
        }
    }

    /** Ends the registry: the keeper removes its container when its input ends. */
    @Override
    public void close() {
        try {
            requests.close();
            if (!keeper.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                keeper.destroyForcibly();
            }
        } catch (IOException gone) {
            keeper.destroyForcibly();
        } catch (InterruptedException interrupted) {
            keeper.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
