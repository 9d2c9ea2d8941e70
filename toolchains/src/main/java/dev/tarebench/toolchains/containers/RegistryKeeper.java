package dev.tarebench.toolchains.containers;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.model.PortBinding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;

/**
 * The process in which Testcontainers runs: it starts a registry, builds what it is asked to, and removes the registry
 * when its input ends, which is when its parent closes it or dies.
 */
final class RegistryKeeper {

    private static final int PORT = 5000;
    private static final Duration START = Duration.ofMinutes(1);

    private RegistryKeeper() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (GenericContainer<?> registry = new GenericContainer<>(DockerImageName.parse(arguments[1]))) {
            registry.withExposedPorts(PORT)
                    .withLabel(ContainerEngine.LABEL, arguments[0])
                    .withCreateContainerCmdModifier(create -> {
                        create.withName(arguments[0]);
                        // Without an address Docker publishes a port to everybody who can reach this machine.
                        requireNonNull(create.getHostConfig())
                                .withPortBindings(PortBinding.parse("127.0.0.1::" + PORT));
                    })
                    .waitingFor(Wait.forHttp("/v2/").forStatusCode(200))
                    .withStartupTimeout(START);
            registry.start();
            answers.printf("ready http://127.0.0.1:%d/%n", registry.getMappedPort(PORT));
            for (String request = requests.readLine(); request != null; request = requests.readLine()) {
                answers.println(build(request));
            }
        } catch (RuntimeException failed) {
            // The parent reads one line: the first cause says why, the stack goes to the log.
            answers.println("failed " + oneLine(failed));
            failed.printStackTrace();
            System.exit(1);
        }
    }

    /** A request is a folder and a reference. Its image is kept: the run that asked for it removes it by its label. */
    private static String build(String request) {
        String[] parts = request.split("\t", 2);
        try {
            ImageFromDockerfile image = new ImageFromDockerfile(parts[1], false)
                    .withFileFromPath(".", Path.of(parts[0]))
                    // Else the container of a step that failed would stay.
                    .withBuildImageCmdModifier(build -> build.withRemove(true).withForcerm(true));
            return "built " + image.get();
        } catch (RuntimeException failed) {
            return "failed " + oneLine(failed);
        }
    }

    private static String oneLine(Throwable failure) {
        Throwable cause = failure;
        for (Throwable next = failure.getCause(); next != null; next = next.getCause()) {
            cause = next;
        }
        return String.valueOf(cause).replaceAll("\\s+", " ");
    }
}
