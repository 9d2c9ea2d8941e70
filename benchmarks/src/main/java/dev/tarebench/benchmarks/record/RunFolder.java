package dev.tarebench.benchmarks.record;

import dev.tarebench.toolchains.SetupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of one run, with the names of the files in it. */
public record RunFolder(Path path) {

    /** Makes the folder and proves that it can be written, before an hour of measuring. */
    public static RunFolder create(Path path) {
        try {
            Files.createDirectories(path.resolve("logs"));
            Files.delete(Files.createTempFile(path, ".writable", ""));
            return new RunFolder(path);
        } catch (IOException e) {
            throw new SetupFailure(
                    "the output folder %s cannot be written: %s".formatted(path, e), "choose another by --out", e);
        }
    }

    public Path plan() {
        return path.resolve("plan.json");
    }

    public Path samples() {
        return path.resolve("samples.jsonl");
    }

    public Path results() {
        return path.resolve("results.json");
    }

    public Path machine() {
        return path.resolve("machine.json");
    }

    public Path summary() {
        return path.resolve("summary.md");
    }

    public Path report() {
        return path.resolve("report.html");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path lock() {
        return path.resolve(".lock");
    }
}
