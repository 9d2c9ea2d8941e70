package dev.tarebench.toolchains.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.zeroturnaround.exec.ProcessExecutor;
import org.zeroturnaround.exec.StartedProcess;
import org.zeroturnaround.exec.stream.TeeOutputStream;

/**
 * One call of a tool by its argument list, never through a shell, bounded in time and in the output it may keep.
 *
 * @param environment added to the environment of this process
 * @param hint what a person should try when the command fails
 */
public record Command(
        List<String> arguments,
        Optional<Path> directory,
        Map<String, String> environment,
        Duration timeout,
        Optional<String> hint) {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);
    private static final int KILL_GRACE_SECONDS = 5;
    private static final int HEAD_BYTES = 4 << 20;
    private static final int TAIL_BYTES = 1 << 20;

    public Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        requireNonNull(directory, "directory is null");
        requireNonNull(hint, "hint is null");
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a command needs at least the program's name");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "the timeout of %s is %s; it must be positive".formatted(arguments, timeout));
        }
    }

    public static Command of(List<String> arguments) {
        return new Command(arguments, Optional.empty(), Map.of(), DEFAULT_TIMEOUT, Optional.empty());
    }

    public static Command of(String... arguments) {
        return of(List.of(arguments));
    }

    public Command inDirectory(Path newDirectory) {
        return new Command(arguments, Optional.of(newDirectory), environment, timeout, hint);
    }

    public Command withEnvironment(String name, String value) {
        return withEnvironment(Map.of(name, value));
    }

    public Command withEnvironment(Map<String, String> additions) {
        Map<String, String> merged = new HashMap<>(environment);
        merged.putAll(additions);
        return new Command(arguments, directory, merged, timeout, hint);
    }

    public Command withTimeout(Duration newTimeout) {
        return new Command(arguments, directory, environment, newTimeout, hint);
    }

    public Command withHint(String newHint) {
        return new Command(arguments, directory, environment, timeout, Optional.of(newHint));
    }

    /** Runs the tool to its end whatever its exit code; fails only if it cannot start, hangs or is interrupted. */
    public CommandResult run() {
        HeadAndTail both = new HeadAndTail(HEAD_BYTES, TAIL_BYTES);
        HeadAndTail standardOutput = new HeadAndTail(HEAD_BYTES, TAIL_BYTES);
        StartedProcess started = start(new TeeOutputStream(both, standardOutput), both);
        try {
            int exit = started.getFuture()
                    .get(timeout.toNanos(), TimeUnit.NANOSECONDS)
                    .getExitValue();
            return new CommandResult(exit, both.text(), standardOutput.text());
        } catch (TimeoutException late) {
            killTree(started.getProcess());
            throw new CommandFailed("did not end within %s".formatted(timeout), this, both.text(), late);
        } catch (InterruptedException interrupted) {
            killTree(started.getProcess());
            Thread.currentThread().interrupt();
            throw new CommandFailed("was interrupted", this, both.text(), interrupted);
        } catch (ExecutionException unreadable) {
            killTree(started.getProcess());
            throw new CommandFailed("could not be followed: %s".formatted(unreadable), this, both.text(), unreadable);
        } finally {
            RunningCommands.all().ended(started);
        }
    }

    /** Ends every tool that still runs, for a process that waits for none of them any more. */
    public static void killAll() {
        RunningCommands.all().kill();
    }

    /** Runs the tool and fails unless its exit code is 0. */
    public CommandResult runChecked() {
        CommandResult result = run();
        if (!result.succeeded()) {
            throw new CommandFailed("ended with exit code %d".formatted(result.exit()), this, result.output());
        }
        return result;
    }

    private StartedProcess start(OutputStream output, OutputStream errors) {
        try {
            return RunningCommands.all()
                    .start(new ProcessExecutor()
                            .command(arguments)
                            .directory(workingDirectory().toFile())
                            .environment(environment)
                            .redirectErrorStream(false)
                            .redirectOutput(output)
                            .redirectError(errors));
        } catch (IOException unstartable) {
            throw new CommandFailed(
                    "could not be started: %s".formatted(unstartable.getMessage()), this, "", unstartable);
        }
    }

    /**
     * The descendants go first: a killed parent would hand them to init, where nobody finds them. Then waits until the
     * tool is gone, so that its files can be removed; a process that hangs in the kernel does not hold us for ever.
     */
    static void killTree(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit()
                .completeOnTimeout(process, KILL_GRACE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    String program() {
        return Optional.ofNullable(Path.of(arguments.get(0)).getFileName())
                .map(Path::toString)
                .orElse(arguments.get(0));
    }

    /** The command for reading and for pasting: arguments that a shell would split are quoted. */
    String line() {
        return arguments.stream().map(Command::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    Path workingDirectory() {
        return directory.orElse(Path.of("")).toAbsolutePath();
    }
}
