package dev.tarebench.benchmarks.measure;

import dev.tarebench.toolchains.SetupFailure;
import dev.tarebench.toolchains.cache.Cache;
import dev.tarebench.toolchains.cache.Digest;
import dev.tarebench.toolchains.cache.Entry;
import dev.tarebench.toolchains.cache.Making;
import dev.tarebench.toolchains.cache.Tree;
import dev.tarebench.toolchains.command.Command;
import dev.tarebench.toolchains.command.CommandFailed;
import dev.tarebench.toolchains.engines.Mode;
import dev.tarebench.toolchains.template.ArgumentTemplate;
import dev.tarebench.toolchains.tools.Tool;
import dev.tarebench.workloads.build.Artifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compiles a module for a mode once, timed on its own, and keeps the product with the time that it took. */
public final class AheadOfTime {

    private static final String PRODUCT = "compiled";
    private static final String TIME = "compile-ns";

    private final Cache cache;

    public AheadOfTime(Cache cache) {
        this.cache = cache;
    }

    public record Product(Path file, long compileNs, long bytes) {}

    /**
     * The module as the mode wants it, compiled now if it never was.
     *
     * @param environmentOfOthers what the tools must find in their environment that the engine's commands start
     */
    public Product compile(Tool engine, Mode mode, Artifact module, Map<String, String> environmentOfOthers) {
        Entry entry = cache.obtain("compiled", key(engine, mode, module), folder -> {
            cache.progress()
                    .report("compiling for %s in mode %s"
                            .formatted(engine.description().name(), mode.id()));
            return make(engine, mode, module, environmentOfOthers, folder);
        });
        try {
            Path file = entry.file(PRODUCT);
            String time = Files.readString(entry.file(TIME), StandardCharsets.US_ASCII);
            return new Product(file, Long.parseLong(time.strip()), Tree.bytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the compiled module in " + entry.directory(), e);
        }
    }

    private static List<Path> make(
            Tool engine, Mode mode, Artifact module, Map<String, String> environmentOfOthers, Path folder)
            throws IOException {
        Path product = folder.resolve(PRODUCT);
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        Map<String, String> values = Map.of(
                "module", module.file().toString(),
                "compiled", product.toString(),
                "scratch", scratch.toString(),
                // Nothing that a compilation caches may save the next one its work.
                "cache", scratch.toString());
        long total = 0;
        for (ArgumentTemplate step : mode.compile()) {
            total += timed(Command.of(step.render(engine.bindings(values, Map.of())))
                    .inDirectory(folder)
                    .withEnvironment(Making.environment(folder))
                    .withEnvironment(environmentOfOthers)
                    .withEnvironment(engine.render(mode.environment(), values))
                    .withTimeout(Duration.ofMinutes(20))
                    .withHint("the engine refused the module; its file can declare what it lacks"));
        }
        Tree.delete(scratch);
        Path time = folder.resolve(TIME);
        Files.writeString(time, Long.toString(total), StandardCharsets.US_ASCII);
        return Tree.files(folder);
    }

    private static long timed(Command command) {
        long begin = System.nanoTime();
        try {
            command.runChecked();
        } catch (CommandFailed e) {
            throw new SetupFailure("a module could not be compiled: " + e.getMessage(), "", e);
        }
        return System.nanoTime() - begin;
    }

    private static String key(Tool engine, Mode mode, Artifact module) {
        Digest digest = new Digest()
                .text(engine.description().id())
                .text(engine.sha256())
                .text(mode.id())
                .text(module.sha256());
        mode.compile().forEach(step -> step.arguments().forEach(digest::text));
        new TreeMap<>(mode.environment())
                .forEach((name, value) -> digest.text(name).text(value));
        return digest.hex().substring(0, 32);
    }
}
