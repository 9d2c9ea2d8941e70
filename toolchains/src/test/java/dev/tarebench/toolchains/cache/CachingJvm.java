package dev.tarebench.toolchains.cache;

import dev.tarebench.toolchains.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Another Tare on the same cache: a real process that makes an entry, stops half-way, and goes on when it is told to. */
final class CachingJvm implements AutoCloseable {

    private final Process process;

    private CachingJvm(Process process) {
        this.process = process;
    }

    /** Started, and known to have written half of the entry. */
    static CachingJvm halfWayThrough(Path root, String key) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CachingJvm.class.getName(),
                        root.toString(),
                        key)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (!"half".equals(reader.readLine())) {
            throw new IOException("the other process made nothing");
        }
        return new CachingJvm(process);
    }

    void goOn() {
        try (OutputStream input = process.getOutputStream()) {
            input.write('\n');
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) {
        Cache.openAt(Path.of(arguments[0]), Progress.silent()).obtain("kind", arguments[1], folder -> {
            Path file = Files.writeString(folder.resolve("file"), "half", StandardCharsets.UTF_8);
            System.out.println("half");
            System.in.read();
            return List.of(Files.writeString(file, "made by the other", StandardCharsets.UTF_8));
        });
    }
}
