package dev.tarebench.toolchains.containers;

import dev.tarebench.toolchains.command.Companion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Listens to what a daemon tells of its containers. No thread of ours reads along, so that nothing wakes up while
 * something is measured: what was told waits in the pipe until it is asked for. The listener writes to that pipe alone, so
 * that after a kill of ours it ends with the next thing that it hears.
 */
public final class EventWatch implements AutoCloseable {

    /** The last step of a container, at which its shim has gone. */
    private static final String LAST = "/tasks/delete";

    /** The daemon tells of it a moment after its client has gone. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private static final long GLANCE_NANOS = 500_000;

    private final Process listener;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private final Map<String, Map<String, Instant>> steps = new HashMap<>();

    private EventWatch(Process listener) {
        this.listener = listener;
    }

    /**
     * Begins to listen.
     *
     * @param errors the file for what the listener complains about
     */
    public static EventWatch start(List<String> command, Path errors) throws IOException {
        return new EventWatch(Companion.start(command, Map.of(), errors));
    }

    /** When each step of the container was, by its topic; as many as were told of until the last, or for a while. */
    public Map<String, Instant> steps(ContainerId id) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        listen();
        while (!of(id).containsKey(LAST) && listener.isAlive() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(GLANCE_NANOS);
            listen();
        }
        Map<String, Instant> found = Map.copyOf(of(id));
        // Whatever else was told is of containers whose turn is over, or of other people's.
        steps.clear();
        return found;
    }

    private Map<String, Instant> of(ContainerId id) {
        return steps.getOrDefault(id.toString(), Map.of());
    }

    private void listen() throws IOException {
        InputStream told = listener.getInputStream();
        for (int waiting = told.available(); waiting > 0; waiting = told.available()) {
            for (byte next : told.readNBytes(waiting)) {
                if (next == '\n') {
                    ContainerEvent.parse(begun.toString(StandardCharsets.UTF_8)).ifPresent(this::note);
                    begun.reset();
                } else {
                    begun.write(next);
                }
            }
        }
    }

    private void note(ContainerEvent event) {
        steps.computeIfAbsent(event.container(), name -> new HashMap<>()).put(event.topic(), event.time());
    }

    @Override
    public void close() {
        listener.destroy();
    }
}
