package dev.tarebench.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarebench.benchmarks.endtoend.Jar;
import dev.tarebench.benchmarks.endtoend.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Tare that goes on beside the test, and the processes that it has started, told apart by what they are. */
final class Running implements AutoCloseable {

    private static final String LAUNCHER = "tare-launcher";

    private final Process process;
    private final Path said;

    private Running(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    static Running start(Map<String, String> environment, String... arguments) throws IOException {
        return start(List.of(), environment, arguments);
    }

    /** @param starter a command that ends by becoming the one behind it */
    static Running start(List<String> starter, Map<String, String> environment, String... arguments)
            throws IOException {
        Path said = Files.createTempFile("tare-said", ".txt");
        List<String> command = new ArrayList<>(starter);
        command.addAll(Jar.command(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        return new Running(builder.start(), said);
    }

    /** Every Java machine of it: the first may have others do its work. */
    List<ProcessHandle> jvms() {
        return tree().filter(handle -> name(handle).equals("java")).toList();
    }

    /** The one that measures: it has the launcher below it. */
    Optional<ProcessHandle> measuringJvm() {
        return guardian().flatMap(ProcessHandle::parent);
    }

    /** The launcher's first process, which only waits. */
    Optional<ProcessHandle> guardian() {
        return tree().filter(handle -> name(handle).equals(LAUNCHER))
                .filter(handle -> handle.parent()
                        .filter(parent -> !name(parent).equals(LAUNCHER))
                        .isPresent())
                .findFirst();
    }

    /** The launcher's second process, which starts the guests. */
    Optional<ProcessHandle> worker() {
        return guardian().flatMap(guardian -> guardian.children().findFirst());
    }

    /** What is measured at this moment. */
    Optional<ProcessHandle> guest() {
        return worker().flatMap(worker -> worker.descendants()
                .filter(handle -> !name(handle).equals(LAUNCHER))
                .findFirst());
    }

    /** A process that it has started, however deep below it. */
    Optional<ProcessHandle> named(String name) {
        return tree().filter(handle -> name(handle).equals(name)).findFirst();
    }

    private Stream<ProcessHandle> tree() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    private static String name(ProcessHandle handle) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(handle.pid()), "comm"))
                    .strip();
        } catch (IOException gone) {
            return "";
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void interrupt() {
        process.destroy();
    }

    /** Kills what is there at some moment, which may take several looks. */
    void kill(java.util.function.Supplier<Optional<ProcessHandle>> victim) {
        Waiting.until(() -> victim.get().map(ProcessHandle::destroyForcibly).orElse(false));
    }

    /** Its exit code, once it has ended by itself. */
    int await() throws InterruptedException {
        assertThat(process.waitFor(10, TimeUnit.MINUTES))
                .as("Tare did not end; it said: %s", said())
                .isTrue();
        return process.exitValue();
    }

    String said() {
        try {
            return Files.readString(said, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "nothing readable";
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.deleteIfExists(said);
    }
}
