package dev.tarebench.toolchains.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Starts a process that works beside us and is told what to do over its standard input, so that it ends when we do,
 * however we end; a tool that is run to its end is a {@link Command}.
 */
public final class Companion {

    private static final Path NOTHING = Path.of("/dev/null");

    private Companion() {}

    /** Starts it; its standard error goes to the file. */
    public static Process start(List<String> command, Map<String, String> environment, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Starts one that is told nothing and whose standard output nobody wants. */
    public static Process startSilent(List<String> command, Path errors) throws IOException {
        return new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(NOTHING.toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
    }
}
