package dev.tarebench.toolchains.engines;

import dev.tarebench.toolchains.catalogue.CatalogueFile;
import dev.tarebench.toolchains.catalogue.Problems;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A right engine file in which a test then makes its mistake. */
record EngineFile(String path, String text) {

    private static final String RIGHT = """
            id = "engine"
            name = "Engine"
            version = { args = ["--version"], pattern = "engine (\\\\S+)", expected = "1.0" }
            install = { kind = "pip", package = "engine", version = "1.0", file = "engine/engine" }
            [lacks.simd]
            reason = "refused"
            reference = "issue 1"
            [modes.aot]
            tier = "ahead-of-time"
            compile = ["{engine}", "compile", "-o", "{compiled}", "{module}"]
            run = ["{engine}", "run", "{env:--env={name}={value}}", "{dirs:--dir={host}::{guest}}", "{compiled}", "{args}"]
            """;

    static EngineFile right() {
        return new EngineFile("engines/engine.toml", RIGHT);
    }

    EngineFile with(String part, String other) {
        if (!text.contains(part)) {
            throw new IllegalArgumentException("the file has no '%s' to replace".formatted(part));
        }
        return new EngineFile(path, text.replace(part, other));
    }

    EngineFile at(String otherPath) {
        return new EngineFile(otherPath, text);
    }

    static Map<String, Engine> read(EngineFile... files) {
        return read(new Problems(), files);
    }

    static List<String> problems(EngineFile... files) {
        Problems problems = new Problems();
        read(problems, files);
        return problems.found().stream().map(Object::toString).toList();
    }

    static Map<String, Engine> read(Problems problems, EngineFile... files) {
        return EngineCatalogue.read(
                Stream.of(files)
                        .map(file -> new CatalogueFile(file.path(), file.text()))
                        .toList(),
                problems);
    }
}
