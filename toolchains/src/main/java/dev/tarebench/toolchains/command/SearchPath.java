package dev.tarebench.toolchains.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Finds a program by its bare name as a shell would, but on the PATH of Tare itself: the child's environment has none. */
public final class SearchPath {

    private final String directories;

    public SearchPath(String directories) {
        this.directories = directories;
    }

    public static SearchPath ofThisProcess() {
        return new SearchPath(Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"));
    }

    /** A name with a slash is a path already, relative ones to the child's own directory, and is not looked for. */
    public Optional<String> find(String program) {
        if (program.contains("/")) {
            return Optional.of(program);
        }
        return Arrays.stream(directories.split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, program))
                .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
                .map(path -> path.toAbsolutePath().toString())
                .findFirst();
    }
}
