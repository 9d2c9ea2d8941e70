package dev.tarebench.toolchains.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tarebench.toolchains.command.SearchPath;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Weighs exactly: speaks with the small native program that starts the children in place of this JVM, whose own memory
 * would else be the floor of theirs.
 */
public final class NativeLauncher implements ProcessLauncher {

    private static final String BANNER = "tare-launcher 1";

    /** Above the ten seconds that the program itself gives to processes that do not die. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Process process;
    private final OutputStream requests;
    private final InputStream answers;
    private final SearchPath searchPath = SearchPath.ofThisProcess();
    private volatile boolean closed;

    private NativeLauncher(Process process) {
        this.process = process;
        this.requests = process.getOutputStream();
        this.answers = new BufferedInputStream(process.getInputStream());
    }

    /** Starts the launcher's program, which {@link LauncherProgram} builds. */
    public static NativeLauncher start(Path program) {
        try {
            ProcessBuilder builder = new ProcessBuilder(program.toAbsolutePath().toString())
                    .directory(Path.of("/").toFile());
            builder.environment().clear();
            NativeLauncher launcher = new NativeLauncher(builder.start());
            launcher.expectBanner(program);
            return launcher;
        } catch (IOException unstartable) {
            throw new LauncherFailed(
                    "the launcher %s could not be started: %s; try: remove it, so that it is built again"
                            .formatted(program, unstartable.getMessage()),
                    unstartable);
        }
    }

    private void expectBanner(Path program) throws IOException {
        String line = readLine().orElseThrow(() -> died("it started"));
        if (!line.equals(BANNER)) {
            close();
            throw new LauncherFailed("%s is not the launcher that this version needs: it says '%s' in place of '%s'"
                    .formatted(program, line, BANNER));
        }
    }

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
        byte[] request;
        try {
            request = LaunchRequest.of(invocation, found.get());
        } catch (IllegalArgumentException impossible) {
            return withoutFigures(invocation, new Outcome.NotStarted(String.valueOf(impossible.getMessage())));
        }
        OptionalLong killsBefore = OutOfMemoryKills.count();
        Optional<LaunchAnswer> answer = exchange(request);
        if (answer.isEmpty() && closed) {
            return withoutFigures(invocation, new Outcome.Interrupted());
        }
        // Interrupted without our doing: a part of the launcher was killed, and the other part has cleaned up.
        return answer.filter(complete -> closed || complete.ending() != LaunchAnswer.Ending.INTERRUPTED)
                .orElseThrow(() -> died("it ran " + invocation.command()))
                .execution(invocation, killsBefore);
    }

    private Optional<LaunchAnswer> exchange(byte[] request) {
        try {
            requests.write(request);
            requests.flush();
            return readLine().map(LaunchAnswer::parse);
        } catch (IOException brokenPipe) {
            // The program is gone; whether by our own close() or by its death, the caller of this method tells.
            return Optional.empty();
        }
    }

    private Optional<String> readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            line.write(next);
        }
        return Optional.of(line.toString(UTF_8));
    }

    private static Execution withoutFigures(Invocation invocation, Outcome outcome) {
        return Execution.withoutFigures(invocation, outcome, Instrument.EXACT);
    }

    private LauncherFailed died(String when) {
        boolean ended = ended();
        String end = ended ? "with exit code %d".formatted(process.exitValue()) : "its output, but still runs";
        String message = "the launcher ended %s while %s; it said: %s; try: run again, or resume the run"
                .formatted(end, when, ended ? said() : "nothing yet");
        close();
        return new LauncherFailed(message);
    }

    /** Read only after its end: it says a line at most, which a pipe holds, and a guest's errors go elsewhere. */
    private String said() {
        try {
            String text = new String(process.getErrorStream().readAllBytes(), UTF_8).strip();
            return text.isEmpty() ? "nothing" : text;
        } catch (IOException unreadable) {
            return "nothing readable";
        }
    }

    /** Waits for the program to end, which it does when its input ends. */
    private boolean ended() {
        try {
            return process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    @Override
    public Instrument instrument() {
        return Instrument.EXACT;
    }

    /** The process of the launcher's program, for who watches what Tare itself takes. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Not synchronized, so that it can end a launch that goes on in another thread. */
    @Override
    public void close() {
        closed = true;
        try {
            requests.close();
        } catch (IOException gone) {
            // It has died already, so there is nobody left to tell.
        }
        if (!ended()) {
            process.destroyForcibly();
        }
    }
}
