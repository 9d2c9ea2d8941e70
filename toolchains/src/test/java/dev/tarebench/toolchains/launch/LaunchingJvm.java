package dev.tarebench.toolchains.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JVM of its own, for tests that kill it or give it a heap: launches once and prints the child's peak. */
final class LaunchingJvm {

    private LaunchingJvm() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        try (NativeLauncher launcher = NativeLauncher.start(Path.of(arguments[0]))) {
            Execution execution = launcher.launch(new Invocation(
                    Arrays.asList(arguments).subList(2, arguments.length),
                    Map.of(),
                    folder,
                    Optional.empty(),
                    folder.resolve("standard-output"),
                    folder.resolve("standard-error"),
                    Duration.ofMinutes(1),
                    1 << 20,
                    List.of(),
                    0,
                    List.of()));
            System.out.println(execution.usage().orElseThrow().maxRssBytes().orElseThrow());
        }
    }
}
