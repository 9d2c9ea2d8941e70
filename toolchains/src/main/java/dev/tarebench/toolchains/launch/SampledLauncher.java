package dev.tarebench.toolchains.launch;

import dev.tarebench.toolchains.command.SearchPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zeroturnaround.exec.ProcessExecutor;
import org.zeroturnaround.exec.StartedProcess;

/**
 * Measures where the native launcher cannot be built: zt-exec starts the child, OSHI looks at its memory while it runs.
 *
 * <p>What is not as with the native launcher: the child is in the session of the JVM, runs on any CPU, joins no cgroup,
 * has one variable more ({@link MarkedProcesses}), and its streams pass through the JVM. A file of its own may be of any
 * size. An exit code of 128 + n cannot be told from signal n, and is taken for the signal.
 */
public final class SampledLauncher implements ProcessLauncher {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);
    private static final Duration FOR_THE_STREAMS = Duration.ofSeconds(10);
    private static final int SIGNAL_OFFSET = 128;
    private static final int LARGEST_SIGNAL = 64;

    private final SearchPath searchPath = SearchPath.ofThisProcess();
    private final ProcessSampler sampler = new ProcessSampler();
    private volatile boolean closed;

    @Override
    public synchronized Execution launch(Invocation invocation) {
        if (closed) {
            return withoutFigures(invocation, new Outcome.Interrupted());
        }
        String program = invocation.command().get(0);
        Optional<String> found = searchPath.find(program);
        if (found.isEmpty()) {
            return withoutFigures(invocation, new Outcome.NotStarted("no program '%s' on the PATH".formatted(program)));
        }
        long limit = invocation.outputLimitBytes();
        try (LimitedFile output = new LimitedFile(invocation.standardOutput(), limit);
                LimitedFile errors = new LimitedFile(invocation.standardError(), limit);
                InputStream input = input(invocation)) {
            return run(invocation, executor(invocation, found.get()).redirectInput(input), output, errors);
        } catch (IOException | IllegalArgumentException unstartable) {
            return withoutFigures(
                    invocation,
                    new Outcome.NotStarted(
                            "%s in %s: %s".formatted(program, invocation.directory(), reason(unstartable))));
        }
    }

    /** The innermost cause, which is the system's own word; what wraps it differs from one JDK to the next. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage());
    }

    private static InputStream input(Invocation invocation) throws IOException {
        return invocation.standardInput().isPresent()
                ? Files.newInputStream(invocation.standardInput().get())
                : InputStream.nullInputStream();
    }

    private static ProcessExecutor executor(Invocation invocation, String program) {
        List<String> command = new ArrayList<>(invocation.command());
        command.set(0, program);
        return new ProcessExecutor()
                .command(command)
                .directory(invocation.directory().toFile())
                .redirectErrorStream(false)
                .closeTimeout(FOR_THE_STREAMS.toSeconds(), TimeUnit.SECONDS)
                .destroyOnExit();
    }

    private Execution run(Invocation invocation, ProcessExecutor executor, LimitedFile output, LimitedFile errors)
            throws IOException {
        MarkedProcesses marked = new MarkedProcesses();
        executor.environment(environment(invocation, marked))
                .redirectOutput(output)
                .redirectError(errors);
        ProcessSampler.Samples samples = new ProcessSampler.Samples();
        long spawnReal = realNs();
        long spawnMonotonic = System.nanoTime();
        StartedProcess started = executor.start();
        Process process = started.getProcess();
        Optional<Outcome> cut = follow(invocation, process, samples, output, errors);
        Stamps stamps = new Stamps(spawnReal, spawnMonotonic, realNs(), System.nanoTime());
        int survivors = marked.kill();
        drain(started);
        return new Execution(
                cut.orElseGet(() -> ended(invocation, process.exitValue(), output.isFull() || errors.isFull())),
                Optional.of(samples.usage(stamps.wall())),
                Optional.of(stamps),
                CapturedOutput.of(invocation.standardOutput()),
                CapturedOutput.of(invocation.standardError()),
                survivors,
                Instrument.SAMPLED);
    }

    /** The child's variables, and null for each of ours, which zt-exec would add. */
    private static Map<String, String> environment(Invocation invocation, MarkedProcesses marked) {
        Map<String, String> environment = new HashMap<>();
        System.getenv().keySet().forEach(name -> environment.put(name, null));
        environment.putAll(LaunchRequest.environment(invocation));
        environment.put(MarkedProcesses.VARIABLE, marked.mark());
        return environment;
    }

    /** Returns when the child has ended: by itself, or with the reason why it was ended. */
    private Optional<Outcome> follow(
            Invocation invocation,
            Process process,
            ProcessSampler.Samples samples,
            LimitedFile output,
            LimitedFile errors) {
        long begin = System.nanoTime();
        Optional<Outcome> cut = Optional.empty();
        try {
            do {
                sampler.look(process.pid(), samples);
                cut = reasonToEnd(invocation, begin, output, errors);
                cut.ifPresent(reason -> process.destroyForcibly());
            } while (!process.waitFor(BETWEEN_LOOKS.toNanos(), TimeUnit.NANOSECONDS) && cut.isEmpty());
            process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly().onExit().join();
            Thread.currentThread().interrupt();
            return Optional.of(new Outcome.Interrupted());
        }
        return cut;
    }

    private Optional<Outcome> reasonToEnd(Invocation invocation, long begin, LimitedFile output, LimitedFile errors) {
        if (closed) {
            return Optional.of(new Outcome.Interrupted());
        }
        if (output.isFull() || errors.isFull()) {
            return Optional.of(new Outcome.OutputTooLarge(invocation.outputLimitBytes()));
        }
        Duration gone = Duration.ofNanos(System.nanoTime() - begin);
        return gone.compareTo(invocation.timeout()) >= 0
                ? Optional.of(new Outcome.TimedOut(invocation.timeout()))
                : Optional.empty();
    }

    /** Until the pumps have written what the child printed last; nobody holds the other ends any more. */
    private static void drain(StartedProcess started) {
        try {
            started.getFuture().get(FOR_THE_STREAMS.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unfinished) {
            // The output is then short, which its verification will tell.
            started.getFuture().cancel(true);
        }
    }

    private static Outcome ended(Invocation invocation, int exit, boolean tooLarge) {
        if (tooLarge) {
            return new Outcome.OutputTooLarge(invocation.outputLimitBytes());
        }
        if (exit > SIGNAL_OFFSET && exit <= SIGNAL_OFFSET + LARGEST_SIGNAL) {
            return new Outcome.KilledBySignal(exit - SIGNAL_OFFSET);
        }
        return exit == 0 ? new Outcome.Completed() : new Outcome.NonZeroExit(exit);
    }

    private static long realNs() {
        return ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now());
    }

    private static Execution withoutFigures(Invocation invocation, Outcome outcome) {
        return Execution.withoutFigures(invocation, outcome, Instrument.SAMPLED);
    }

    @Override
    public Instrument instrument() {
        return Instrument.SAMPLED;
    }

    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            // Held by a launch until it has seen the flag and its child has ended.
            return;
        }
    }
}
