package dev.tarebench.benchmarks.endtoend;

import dev.tarebench.benchmarks.Requirement;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.CommandResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs {@code benchmarks.jar} as its own process, with nothing but what a user gives it. */
public final class Jar {

    private Jar() {}

    public static CommandResult run(String... arguments) {
        return run(Map.of(), arguments);
    }

    public static CommandResult run(Map<String, String> environment, String... arguments) {
        return Command.of(command(arguments))
                .withEnvironment(environment)
                .withTimeout(Duration.ofMinutes(15))
                .run();
    }

    /** Brings what the test cannot do without; where that fails, the test is skipped, or fails if the tool is required. */
    static void bring(String tool) {
        CommandResult result = run("provision", tool);
        if (result.exit() != 0) {
            Requirement.missing(tool, result.output());
        }
    }

    public static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // In the second that most of these take, the optimizing compiler costs more than it gives back.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                System.getProperty("benchmarks.jar", "target/benchmarks.jar")));
        command.addAll(List.of(arguments));
        return command;
    }
}
