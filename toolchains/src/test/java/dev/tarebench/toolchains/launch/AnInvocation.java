package dev.tarebench.toolchains.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds invocations of which a test says only what it is about. */
final class AnInvocation {

    private final Path folder;
    private List<String> command = List.of();
    private Map<String, String> environment = Map.of();
    private Path directory;
    private Optional<Path> standardInput = Optional.empty();
    private Duration timeout = Duration.ofSeconds(30);
    private long outputLimitBytes = 1 << 20;
    private List<Integer> cpus = List.of();
    private int padding;
    private List<Path> cgroups = List.of();

    private AnInvocation(Path folder) {
        this.folder = folder;
        this.directory = folder;
    }

    static AnInvocation in(Path folder) {
        return new AnInvocation(folder);
    }

    AnInvocation running(String... newCommand) {
        command = List.of(newCommand);
        return this;
    }

    AnInvocation runningChild(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(0, TestPrograms.require().fakeChild().toString());
        command = all;
        return this;
    }

    AnInvocation inDirectory(Path newDirectory) {
        directory = newDirectory;
        return this;
    }

    AnInvocation environment(Map<String, String> newEnvironment) {
        environment = newEnvironment;
        return this;
    }

    AnInvocation standardInput(Path file) {
        standardInput = Optional.of(file);
        return this;
    }

    AnInvocation timeout(Duration newTimeout) {
        timeout = newTimeout;
        return this;
    }

    AnInvocation outputLimit(long bytes) {
        outputLimitBytes = bytes;
        return this;
    }

    AnInvocation cpus(Integer... numbers) {
        cpus = List.of(numbers);
        return this;
    }

    AnInvocation padding(int bytes) {
        padding = bytes;
        return this;
    }

    AnInvocation cgroups(Path... folders) {
        cgroups = List.of(folders);
        return this;
    }

    Invocation build() {
        return new Invocation(
                command,
                environment,
                directory,
                standardInput,
                folder.resolve("standard-output"),
                folder.resolve("standard-error"),
                timeout,
                outputLimitBytes,
                cpus,
                padding,
                cgroups);
    }
}
